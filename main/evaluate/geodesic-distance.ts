import type { RgbImage } from '../face/rgb-image.ts';

/** What a step costs besides its change of colour, in levels: keeps regions compact where all is alike. */
const stepCost = 2;

/** Distances settle after a few passes; what more would change is nothing the eye finds. */
const passes = 4;

/**
 * How much colour changes, at least, on the way from a set of seeds to each pixel: the length of the
 * shortest path, in levels (0 to 255) of difference. Within one object it is small; an edge on every
 * way makes it large.
 *
 * Found by raster passes down and up with the neighbours already visited (chamfer, after Toivanen).
 *
 * @param isSeed - whether a pixel, by index, is where the way may begin.
 */
export const geodesicDistance = (
  image: RgbImage,
  isSeed: (pixel: number) => boolean,
): Float32Array => {
  const { width, height } = image;
  const distance = Float32Array.from({ length: width * height }, (_, pixel) =>
    isSeed(pixel) ? 0 : Infinity,
  );
  for (let pass = 0; pass < passes; pass++) {
    for (let pixel = 0; pixel < distance.length; pixel++) relax(image, distance, pixel, -1);
    for (let pixel = distance.length - 1; pixel >= 0; pixel--) relax(image, distance, pixel, 1);
  }
  return distance;
};

/** Tries the ways through the four neighbours before (`ahead` −1) or after (1) a pixel. */
const relax = (image: RgbImage, distance: Float32Array, pixel: number, ahead: -1 | 1): void => {
  const { width } = image;
  const x = pixel % width;
  const hasBeside = ahead < 0 ? x > 0 : x < width - 1;
  const hasOpposite = ahead < 0 ? x < width - 1 : x > 0;
  const next = pixel + ahead * width;
  if (hasBeside) step(image, distance, pixel, pixel + ahead, 1);
  if (next < 0 || next >= distance.length) return;
  step(image, distance, pixel, next, 1);
  if (hasBeside) step(image, distance, pixel, next + ahead, Math.SQRT2);
  if (hasOpposite) step(image, distance, pixel, next - ahead, Math.SQRT2);
};

const step = (
  { data }: RgbImage,
  distance: Float32Array,
  to: number,
  from: number,
  length: number,
): void => {
  let squares = 0;
  for (let channel = 0; channel < 3; channel++) {
    const change = (data[to * 3 + channel] ?? 0) - (data[from * 3 + channel] ?? 0);
    squares += change * change;
  }
  const way = (distance[from] ?? Infinity) + length * (stepCost + Math.sqrt(squares));
  if (way < (distance[to] ?? 0)) distance[to] = way;
};
