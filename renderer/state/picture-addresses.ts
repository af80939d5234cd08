import type { CallReply } from '../../main/ipc/contract.ts';

type VisitImages = CallReply<'visitImages'>;

/** Where the page can load the pictures of a visit from, while it may. */
export interface PictureAddresses {
  readonly chip?: string;
  readonly frame?: string;
}

/**
 * Gives pictures addresses to be shown at. The memory behind an address is held until it is revoked.
 *
 * @returns the addresses, and the way to revoke them.
 */
export const addressPictures = ({
  chip,
  frame,
}: VisitImages): { readonly addresses: PictureAddresses; readonly revoke: () => void } => {
  const addresses: PictureAddresses = {
    ...(chip && { chip: addressOf(chip) }),
    ...(frame && { frame: addressOf(frame) }),
  };
  return {
    addresses,
    revoke: () => {
      for (const address of Object.values(addresses)) URL.revokeObjectURL(address as string);
    },
  };
};

/** Chromium recognises the format by the bytes; the type only has to say that it is a picture. */
const addressOf = (bytes: Uint8Array): string =>
  URL.createObjectURL(new Blob([bytes.slice()], { type: typeOf(bytes) }));

const typeOf = ([first, second]: Uint8Array): string => {
  if (first === 0x42 && second === 0x4d) return 'image/bmp';
  return first === 0xff && second === 0xd8 ? 'image/jpeg' : 'image/webp';
};
