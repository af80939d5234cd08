import type { TypedImage } from '../../main/face/types.ts';
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

/** Her chip photo and a frame of 640 × 480. */
export const chipAndFrame = async (): Promise<readonly [TypedImage, TypedImage]> => {
  const [, frame] = await twoFrames();
  return [{ type: 'IDPic', image: await chipPhotoOf(sampleFaces.anna1) }, frame];
};
