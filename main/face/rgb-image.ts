/** Upright 8-bit RGB pixels: `data[(y * width + x) * 3 + channel]`, rows top to bottom. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** An RGB colour, each channel 0 to 255. */
export type Rgb = readonly [number, number, number];

export const black: Rgb = [0, 0, 0];

/** Two bytes out of four, with room above each for sums. */
const alternate = 0xff00ff;

/**
 * Halves an image by averaging 2 × 2 pixels; an odd last row or column is dropped.
 *
 * @param image - at least two pixels wide and high.
 */
export const halve = (image: RgbImage): RgbImage => {
  const width = image.width >> 1;
  const height = image.height >> 1;
  const from = new DataView(image.data.buffer, image.data.byteOffset, image.data.byteLength);
  const data = new Uint8Array(width * height * 3);
  const row = image.width * 3;
  for (let y = 0, to = 0; y < height; y++) {
    let at = 2 * y * row;
    for (let x = 0; x < width; x++, at += 6, to += 3) {
      // Every pixel of every photograph passes here: four reads of 32 bits in place of twelve bytes.
      // Little-endian they are R G B · of the left pixels, and · R G B of the right ones.
      const left = from.getInt32(at, true);
      const right = from.getInt32(at + 2, true) >>> 8;
      const leftBelow = from.getInt32(at + row, true);
      const rightBelow = from.getInt32(at + row + 2, true) >>> 8;
      // Red and blue are summed together, blue 16 bits above red; 2 rounds the average of four.
      const redBlue =
        (left & alternate) +
        (right & alternate) +
        (leftBelow & alternate) +
        (rightBelow & alternate) +
        0x20002;
      const green =
        (left & 0xff00) + (right & 0xff00) + (leftBelow & 0xff00) + (rightBelow & 0xff00) + 0x200;
      data[to] = redBlue >> 2;
      data[to + 1] = green >> 10;
      data[to + 2] = redBlue >> 18;
    }
  }
  return { width, height, data };
};
