import { decodeImage } from '../../main/face/decode-image.ts';
import type { TypedImage } from '../../main/face/types.ts';
import { encodeChipBmp } from '../../main/photo/chip-bmp.ts';
import { cameraFrameOf, chipPhotoOf, sampleFaces } from '../main/face/sample-faces.ts';

/** Two frames of 640 × 480 of the same woman, on different days. */
export const twoFrames = async (): Promise<readonly [TypedImage, TypedImage]> => {
  const [first, second] = await Promise.all([
    cameraFrameOf(sampleFaces.anna1),
    cameraFrameOf(sampleFaces.anna3),
  ]);
  return [
    { type: 'FacePic', image: first },
    { type: 'FacePic', image: second },
  ];
};

/** Her chip photo as decoders of real cards give it, a BMP, and a frame of 640 × 480. */
export const chipAndFrame = async (): Promise<readonly [TypedImage, TypedImage]> => {
  const [, frame] = await twoFrames();
  const { data } = await decodeImage(await chipPhotoOf(sampleFaces.anna1));
  return [{ type: 'IDPic', image: encodeChipBmp(data) }, frame];
};
