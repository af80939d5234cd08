import type { MipPyramid } from './mip-pyramid.ts';
import { black, type Rgb } from './rgb-image.ts';
import { scaleOf, type SimilarityTransform } from './similarity-transform.ts';

/** One crop of a network's input. */
export interface WarpTarget {
  readonly data: Uint8Array | Float32Array;
  /** Index of the first pixel's red, green and blue. */
  readonly channels: readonly [number, number, number];
  /** How far apart neighbouring pixels are in `data`; rows follow each other. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  /** Each 0…255 channel value is written as value × `scale` + `bias`. */
  readonly scale: number;
  readonly bias: number;
}

/**
 * Fills a network's input from an image: bilinear, over the mip level that keeps the remaining
 * shrink small. Pixels beyond the image are `outside`.
 *
 * @param toSource - takes a pixel centre of the target to the full image, both with (0, 0) at the
 *   centre of the top left pixel.
 */
export const warpInto = (
  pyramid: MipPyramid,
  toSource: SimilarityTransform,
  target: WarpTarget,
  outside: Rgb = black,
): void => {
  const { image, shrink } = pyramid.levelFor(scaleOf(toSource));
  const { width: sw, height: sh, data: from } = image;
  const { data: to, width, height, step, scale, bias } = target;
  // Halving moves pixel centres: full x sits at (x + 0.5) / shrink − 0.5 of the level.
  const shift = 0.5 / shrink - 0.5;
  const a = toSource.a / shrink;
  const b = toSource.b / shrink;
  const tx = toSource.tx / shrink + shift;
  const ty = toSource.ty / shrink + shift;
  const row = sw * 3;
  let [red, green, blue] = target.channels;
  for (let v = 0; v < height; v++) {
    let x = tx - b * v;
    let y = ty + a * v;
    for (let u = 0; u < width; u++) {
      if (x > -0.5 && y > -0.5 && x < sw - 0.5 && y < sh - 0.5) {
        // The half pixel around the rim repeats the edge.
        const cx = x < 0 ? 0 : x > sw - 1 ? sw - 1 : x;
        const cy = y < 0 ? 0 : y > sh - 1 ? sh - 1 : y;
        const x0 = cx | 0;
        const y0 = cy | 0;
        const fx = cx - x0;
        const fy = cy - y0;
        const p = y0 * row + x0 * 3;
        const q = x0 < sw - 1 ? p + 3 : p;
        const down = y0 < sh - 1 ? row : 0;
        const w11 = fx * fy * scale;
        const w10 = fx * scale - w11;
        const w01 = fy * scale - w11;
        const w00 = scale - w10 - fy * scale;
        to[red] =
          (from[p] ?? 0) * w00 +
          (from[q] ?? 0) * w10 +
          (from[p + down] ?? 0) * w01 +
          (from[q + down] ?? 0) * w11 +
          bias;
        to[green] =
          (from[p + 1] ?? 0) * w00 +
          (from[q + 1] ?? 0) * w10 +
          (from[p + down + 1] ?? 0) * w01 +
          (from[q + down + 1] ?? 0) * w11 +
          bias;
        to[blue] =
          (from[p + 2] ?? 0) * w00 +
          (from[q + 2] ?? 0) * w10 +
          (from[p + down + 2] ?? 0) * w01 +
          (from[q + down + 2] ?? 0) * w11 +
          bias;
      } else {
        to[red] = outside[0] * scale + bias;
        to[green] = outside[1] * scale + bias;
        to[blue] = outside[2] * scale + bias;
      }
      x += a;
      y += b;
      red += step;
      green += step;
      blue += step;
    }
  }
};
