import type { MipPyramid } from './mip-pyramid.ts';
import { warpPacked } from './pixel-kernel.ts';
import { black, type Rgb, type RgbImage } from './rgb-image.ts';
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
  // Halving moves pixel centres: full x sits at (x + 0.5) / shrink − 0.5 of the level.
  const shift = 0.5 / shrink - 0.5;
  const toLevel = {
    a: toSource.a / shrink,
    b: toSource.b / shrink,
    tx: toSource.tx / shrink + shift,
    ty: toSource.ty / shrink + shift,
  };
  const { data, width, height } = target;
  if (data instanceof Uint8Array && isPackedRgb(target))
    warpPacked(image, toLevel, { data, offset: target.channels[0], width, height }, outside);
  else warpLevel(image, toLevel, target, outside);
};

/** Whether the pixels are R G B, one after the other, as they are in an image. */
const isPackedRgb = ({ step, scale, channels: [red, green, blue] }: WarpTarget): boolean =>
  step === 3 && scale === 1 && green === red + 1 && blue === red + 2;

/**
 * For networks that want another layout or other numbers than the bytes of an image. Some 10⁵ pixels a
 * photograph: the time goes to reading, so two neighbouring pixels, six bytes, are fetched by two
 * overlapping reads of 32 bits.
 */
const warpLevel = (
  image: RgbImage,
  { a, b, tx, ty }: SimilarityTransform,
  target: WarpTarget,
  outside: Rgb,
): void => {
  const { data: to, width, height, step, scale, bias } = target;
  const from = new DataView(image.data.buffer, image.data.byteOffset, image.data.byteLength);
  const row = image.width * 3;
  const lastX = image.width - 1;
  const lastY = image.height - 1;
  const outsideRed = outside[0] * scale + bias;
  const outsideGreen = outside[1] * scale + bias;
  const outsideBlue = outside[2] * scale + bias;
  let [red, green, blue] = target.channels;
  for (let v = 0; v < height; v++) {
    let x = tx - b * v;
    let y = ty + a * v;
    for (let u = 0; u < width; u++) {
      if (x >= 0 && y >= 0 && x < lastX && y < lastY) {
        const x0 = x | 0;
        const y0 = y | 0;
        const fx = x - x0;
        const fy = y - y0;
        const w11 = fx * fy * scale;
        const w10 = fx * scale - w11;
        const w01 = fy * scale - w11;
        const w00 = scale - w10 - fy * scale;
        const at = y0 * row + x0 * 3;
        // Little-endian they are R G B · of the left pixels, and · R G B of the right ones.
        const left = from.getInt32(at, true);
        const right = from.getInt32(at + 2, true);
        const leftBelow = from.getInt32(at + row, true);
        const rightBelow = from.getInt32(at + row + 2, true);
        to[red] =
          (left & 255) * w00 +
          ((right >> 8) & 255) * w10 +
          (leftBelow & 255) * w01 +
          ((rightBelow >> 8) & 255) * w11 +
          bias;
        to[green] =
          ((left >> 8) & 255) * w00 +
          ((right >> 16) & 255) * w10 +
          ((leftBelow >> 8) & 255) * w01 +
          ((rightBelow >> 16) & 255) * w11 +
          bias;
        to[blue] =
          ((left >> 16) & 255) * w00 +
          (right >>> 24) * w10 +
          ((leftBelow >> 16) & 255) * w01 +
          (rightBelow >>> 24) * w11 +
          bias;
      } else if (x > -0.5 && y > -0.5 && x < lastX + 0.5 && y < lastY + 0.5) {
        to[red] = rimValue(image, x, y, 0) * scale + bias;
        to[green] = rimValue(image, x, y, 1) * scale + bias;
        to[blue] = rimValue(image, x, y, 2) * scale + bias;
      } else {
        to[red] = outsideRed;
        to[green] = outsideGreen;
        to[blue] = outsideBlue;
      }
      x += a;
      y += b;
      red += step;
      green += step;
      blue += step;
    }
  }
};

/** One channel in the half pixel around the outermost pixel centres, where the edge is repeated. */
const rimValue = ({ width, height, data }: RgbImage, x: number, y: number, c: number): number => {
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.ceil(cx), Math.ceil(cy)];
  const [fx, fy] = [cx - x0, cy - y0];
  const valueAt = (px: number, py: number): number => data[(py * width + px) * 3 + c] ?? 0;
  return (
    (valueAt(x0, y0) * (1 - fx) + valueAt(x1, y0) * fx) * (1 - fy) +
    (valueAt(x0, y1) * (1 - fx) + valueAt(x1, y1) * fx) * fy
  );
};
