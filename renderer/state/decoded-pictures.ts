import type { CallReply } from '../../main/ipc/contract.ts';

type VisitImages = CallReply<'visitImages'>;

/** The pictures of a visit, ready to be drawn. Their memory is held until they are let go. */
export interface DecodedPictures {
  readonly chip?: ImageBitmap;
  readonly frame?: ImageBitmap;
}

/**
 * Decodes the pictures of a visit. One that is no picture is left out: the station has said so where
 * it matters.
 *
 * They are drawn, and given no address an `<img>` could load: a browser keeps what it decoded for that
 * as long as it likes, hundreds of megabytes of guests who have left.
 */
export const decodePictures = async ({ chip, frame }: VisitImages): Promise<DecodedPictures> => {
  const [chipPicture, framePicture] = await Promise.all([chip, frame].map(decode));
  return {
    ...(chipPicture && { chip: chipPicture }),
    ...(framePicture && { frame: framePicture }),
  };
};

/** Gives the memory back at once; nothing can be drawn any more. */
export const letGo = ({ chip, frame }: DecodedPictures): void => {
  chip?.close();
  frame?.close();
};

const decode = async (bytes: Uint8Array | undefined): Promise<ImageBitmap | undefined> =>
  bytes && createImageBitmap(new Blob([bytes.slice()])).catch(() => undefined);
