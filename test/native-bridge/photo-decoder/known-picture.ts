import { syntheticWlt } from '../../../main/photo/synthetic-wlt.ts';

/** A WLT block with a seed in byte 11, which the stand-in decoders mix into the picture. */
export const wltWithSeed = (seed: number): Uint8Array => {
  const wlt = syntheticWlt();
  wlt[11] = seed;
  return wlt;
};

/** Red, green and blue of the stand-in decoders' picture; x, y from the top left. */
export const knownPixel = (x: number, y: number, seed: number): readonly number[] => [
  2 * x,
  2 * y,
  (x + y + seed) & 0xff,
];

/** The whole picture as the pixels of a decoder: rows from the top, R, G, B, no padding. */
export const knownRgb = (seed: number): Uint8Array => {
  const rgb: number[] = [];
  for (let y = 0; y < 126; y++) {
    for (let x = 0; x < 102; x++) rgb.push(...knownPixel(x, y, seed));
  }
  return Uint8Array.from(rgb);
};

/** The pixels of a 24-bit BMP of 102 × 126 that is stored from the bottom, read independently. */
export const rgbOfBmp = (bmp: Uint8Array): Uint8Array => {
  const rgb: number[] = [];
  for (let y = 0; y < 126; y++) {
    for (let x = 0; x < 102; x++) {
      const at = 54 + (125 - y) * 308 + x * 3;
      rgb.push(bmp[at + 2]!, bmp[at + 1]!, bmp[at]!);
    }
  }
  return Uint8Array.from(rgb);
};

/** Where two pictures first differ, as a byte index; -1 if nowhere. Quicker than a deep comparison. */
export const firstDifference = (a: Uint8Array, b: Uint8Array): number => {
  if (a.length !== b.length) return Math.min(a.length, b.length);
  return a.findIndex((byte, i) => byte !== b[i]);
};
