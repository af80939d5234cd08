import type { RgbImage } from '../face/rgb-image.ts';
import { geodesicDistance } from './geodesic-distance.ts';
import { insideHeadOutline } from './head-outline.ts';

/** Well inside the outline is the person, well outside the background; between, in pixels, the colours decide. */
const surelyPerson = 8;
const surelyBackground = -10;

/** How sharply the cut-out ends; a hair's breadth of softness costs fewer bytes than a hard edge. */
const sharpness = 6;

/**
 * Whitens the background of a photograph cropped like a chip photo, as ID-card photographs have it
 * (GA 461-2004), so that the bytes of the chip go to the face.
 *
 * No network: a pixel belongs to whichever can be reached from it over smaller changes of colour, the
 * middle of the person or the surroundings.
 *
 * @param photo - 102 × 126 pixels from `cropLikeChip`.
 */
export const flattenBackground = (photo: RgbImage): RgbImage => {
  const smooth = smoothed(photo);
  const toPerson = geodesicDistance(
    smooth,
    (pixel) => (insideHeadOutline[pixel] ?? 0) > surelyPerson,
  );
  const toBackground = geodesicDistance(
    smooth,
    (pixel) => (insideHeadOutline[pixel] ?? 0) < surelyBackground,
  );
  const data = photo.data.map((value, index) => {
    const pixel = Math.floor(index / 3);
    const person = toPerson[pixel] ?? 0;
    const background = toBackground[pixel] ?? 0;
    const nearer = (background - person) / (background + person);
    const share = 1 / (1 + Math.exp(-sharpness * nearer));
    return Math.round(255 + (value - 255) * share);
  });
  return { width: photo.width, height: photo.height, data };
};

/** Without noise and the blocks of a JPEG, between which every way would climb (weights 1 2 1). */
const smoothed = ({ width, height, data }: RgbImage): RgbImage => {
  const at = (x: number, y: number, channel: number): number => {
    const column = Math.max(0, Math.min(width - 1, x));
    const row = Math.max(0, Math.min(height - 1, y));
    return data[(row * width + column) * 3 + channel] ?? 0;
  };
  const across = (x: number, y: number, c: number): number =>
    at(x - 1, y, c) + 2 * at(x, y, c) + at(x + 1, y, c);
  const smooth = data.map((_, index) => {
    const [pixel, c] = [Math.floor(index / 3), index % 3];
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return (across(x, y - 1, c) + 2 * across(x, y, c) + across(x, y + 1, c)) / 16;
  });
  return { width, height, data: smooth };
};
