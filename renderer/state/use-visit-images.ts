import { useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { decodePictures, letGo, type DecodedPictures } from './decoded-pictures.ts';

/** Which pictures of which visit there are to be had. */
export interface PicturesThere {
  readonly visit: number | undefined;
  readonly hasChipPhoto: boolean;
  readonly hasFrame: boolean;
  /** The attempt whose frame it is: a better one replaces the picture. */
  readonly attempt: number | undefined;
}

const none: DecodedPictures = {};

/**
 * The pictures of the present visit. They are fetched when there are new ones, and their memory is
 * given back as soon as others come or the visit is over.
 */
export const useVisitImages = (
  bridge: StationBridge,
  { visit, hasChipPhoto, hasFrame, attempt }: PicturesThere,
): DecodedPictures => {
  const [pictures, setPictures] = useState<DecodedPictures>(none);
  useEffect(() => {
    if (visit === undefined || !(hasChipPhoto || hasFrame)) return undefined;
    let isOver = false;
    let decoded = none;
    // Read anew each time: an await lies between two looks.
    const isWanted = (): boolean => !isOver;
    const fetchPictures = async (): Promise<void> => {
      const outcome = await bridge.visitImages({ visit });
      // A visit that ended meanwhile has no pictures any more; that is no error to show.
      if (!isWanted() || !outcome.ok) return;
      decoded = await decodePictures(outcome.value);
      if (isWanted()) setPictures(decoded);
      else letGo(decoded);
    };
    void fetchPictures();
    return () => {
      isOver = true;
      letGo(decoded);
      setPictures(none);
    };
  }, [bridge, visit, hasChipPhoto, hasFrame, attempt]);
  return pictures;
};
