/** Upright 8-bit RGB pixels: `data[(y * width + x) * 3 + channel]`, rows top to bottom. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** An RGB colour, each channel 0 to 255. */
export type Rgb = readonly [number, number, number];

export const black: Rgb = [0, 0, 0];

/** Halves an image by averaging 2×2 pixels; an odd last row or column is dropped. */
export const halve = (image: RgbImage): RgbImage => {
  const width = Math.max(1, image.width >> 1);
  const height = Math.max(1, image.height >> 1);
  const from = image.data;
  const data = new Uint8Array(width * height * 3);
  const row = image.width * 3;
  // A single row or column has no neighbour to average with: it is averaged with itself.
  const right = image.width > 1 ? 3 : 0;
  const down = image.height > 1 ? row : 0;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, at = 2 * y * row; x < width; x++, at += 6) {
      for (let c = 0; c < 3; c++) {
        const i = at + c;
        const sum =
          (from[i] ?? 0) +
          (from[i + right] ?? 0) +
          (from[i + down] ?? 0) +
          (from[i + down + right] ?? 0);
        data[to++] = (sum + 2) >> 2;
      }
    }
  }
  return { width, height, data };
};
