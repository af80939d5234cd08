import sharp, { type Sharp } from 'sharp';
import type { Rgb, RgbImage } from '../../../main/face/rgb-image.ts';

/** A picture whose pixels are given by a function of their place. */
export const paint = (
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Rgb,
): RgbImage => {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 3);
  return { width, height, data };
};

/** The colour of a pixel. */
export const pixelAt = ({ width, data }: RgbImage, x: number, y: number): Rgb => {
  const at = (y * width + x) * 3;
  return [data[at]!, data[at + 1]!, data[at + 2]!];
};

/** A picture to be encoded by sharp. */
export const encode = ({ data, width, height }: RgbImage): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** Red, green, blue and yellow quarters: no turn or mirror image of it is like another. */
export const fourQuarters = (width: number, height: number): RgbImage =>
  paint(width, height, (x, y) => {
    const [left, right]: [Rgb, Rgb] =
      y < height / 2
        ? [
            [250, 0, 0],
            [0, 250, 0],
          ]
        : [
            [0, 0, 250],
            [250, 250, 0],
          ];
    return x < width / 2 ? left : right;
  });

/** Colours that differ from pixel to pixel and change smoothly. */
export const gradient = (width: number, height: number): RgbImage =>
  paint(width, height, (x, y) => [
    Math.round((255 * x) / width),
    Math.round((255 * y) / height),
    Math.round((255 * (x + y)) / (width + height)),
  ]);

/** Numbers that look random and are the same in every run (Numerical Recipes' generator), 0 to 1. */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
};
