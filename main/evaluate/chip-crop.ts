import { MipPyramid } from '../face/mip-pyramid.ts';
import type { Rgb, RgbImage } from '../face/rgb-image.ts';
import { fitSimilarity, invertTransform } from '../face/similarity-transform.ts';
import type { FoundFace, Point } from '../face/types.ts';
import { warpInto } from '../face/warp.ts';

/** Size of a chip photo, in pixels (reader protocol §4: 102 × 126). */
export const chipWidth = 102;
export const chipHeight = 126;

/**
 * GA 461-2004, the standard for ID-card photographs, lays out 358 × 441 pixels: the face 207 ± 14 wide
 * and centred, the top of the hair 7 to 21 below the upper edge. With the eyes a little less than half
 * the face's width apart and the top of the hair about 1.85 such distances above them, that puts the
 * eyes 94 apart and 188 below the upper edge.
 */
export const eyeDistance = (94 / 358) * chipWidth;
export const eyeLine = (188 / 441) * chipHeight;

/** The face is centred: pixel centres are whole numbers. */
export const middle = (chipWidth - 1) / 2;

/** Where the five points of a frontal face lie, in eye distances from the middle between the eyes. */
const frontalFace: readonly Point[] = [
  { x: -0.5, y: 0 },
  { x: 0.5, y: 0 },
  { x: 0, y: 0.57 },
  { x: -0.415, y: 1.155 },
  { x: 0.415, y: 1.155 },
];

/** The same on a chip photo, in pixels. */
export const chipFace: readonly Point[] = frontalFace.map(({ x, y }) => ({
  x: middle + x * eyeDistance,
  y: eyeLine + y * eyeDistance,
}));

const white: Rgb = [255, 255, 255];

/**
 * Cuts head and shoulders out of a photograph as an ID-card photograph has them: upright, centred, at
 * chip size. White continues a photograph that ends too soon.
 */
export const cropLikeChip = (photograph: RgbImage, { landmarks }: FoundFace): RgbImage => {
  const data = new Uint8Array(chipWidth * chipHeight * 3);
  const toPhotograph = invertTransform(fitSimilarity(landmarks, chipFace));
  warpInto(
    new MipPyramid(photograph),
    toPhotograph,
    {
      data,
      channels: [0, 1, 2],
      step: 3,
      width: chipWidth,
      height: chipHeight,
      scale: 1,
      // The array truncates: half is added so that it rounds.
      bias: 0.5,
    },
    white,
  );
  return { width: chipWidth, height: chipHeight, data };
};
