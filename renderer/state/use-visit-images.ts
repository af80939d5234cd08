import { useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { addressPictures, type PictureAddresses } from './picture-addresses.ts';

/** Which pictures of which visit there are to be had. */
export interface PicturesThere {
  readonly visit: number | undefined;
  readonly hasChipPhoto: boolean;
  readonly hasFrame: boolean;
  /** The attempt whose frame it is: a better one replaces the picture. */
  readonly attempt: number | undefined;
}

const none: PictureAddresses = {};

/**
 * The pictures of the present visit, as addresses to show them at. They are fetched when there are
 * new ones, and their memory is given back as soon as others come or the visit is over.
 */
export const useVisitImages = (
  bridge: StationBridge,
  { visit, hasChipPhoto, hasFrame, attempt }: PicturesThere,
): PictureAddresses => {
  const [addresses, setAddresses] = useState<PictureAddresses>(none);
  useEffect(() => {
    if (visit === undefined || !(hasChipPhoto || hasFrame)) return undefined;
    let isOver = false;
    let revoke: (() => void) | undefined;
    void bridge.visitImages({ visit }).then((outcome) => {
      // A visit that ended meanwhile has no pictures any more; that is no error to show.
      if (isOver || !outcome.ok) return;
      const addressed = addressPictures(outcome.value);
      revoke = addressed.revoke;
      setAddresses(addressed.addresses);
    });
    return () => {
      isOver = true;
      revoke?.();
      setAddresses(none);
    };
  }, [bridge, visit, hasChipPhoto, hasFrame, attempt]);
  return addresses;
};
