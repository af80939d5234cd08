import {
  chipPhotoHeight,
  chipPhotoWidth,
  rawPhotoLength,
} from '../../native-bridge/photo-decoder/chip-photo-size.ts';

/**
 * Where a decoder's first pixel lies in the upright picture:
 * `upright` top left, row by row downwards; `bottom-up` bottom left, row by row upwards;
 * `mirrored` top right, each row from right to left; `rotated-180` bottom right, both.
 */
export const orientations = ['upright', 'bottom-up', 'mirrored', 'rotated-180'] as const;
type Orientation = (typeof orientations)[number];

/** The three bytes of a pixel in ascending memory. */
export const channelOrders = ['RGB', 'BGR'] as const;
type ChannelOrder = (typeof channelOrders)[number];

/** How a decoder lays out the pixels it gives without a header. Published callers disagree (§4.4). */
export interface PixelLayout {
  readonly orientation: Orientation;
  readonly channelOrder: ChannelOrder;
}

/**
 * Puts a decoder's pixels upright and in R, G, B order.
 *
 * @param pixels - 38,556 bytes: 102 × 126 pixels of three bytes, rows without padding.
 * @returns as many bytes: rows from the top, pixels from the left, red first.
 */
export const toUprightRgb = (
  pixels: Uint8Array,
  { orientation, channelOrder }: PixelLayout,
): Uint8Array => {
  const flipsRows = orientation === 'bottom-up' || orientation === 'rotated-180';
  const flipsColumns = orientation === 'mirrored' || orientation === 'rotated-180';
  const [red, blue] = channelOrder === 'RGB' ? [0, 2] : [2, 0];
  const rgb = new Uint8Array(rawPhotoLength);
  let target = 0;
  for (let y = 0; y < chipPhotoHeight; y++) {
    const row = flipsRows ? chipPhotoHeight - 1 - y : y;
    for (let x = 0; x < chipPhotoWidth; x++) {
      const column = flipsColumns ? chipPhotoWidth - 1 - x : x;
      const source = (row * chipPhotoWidth + column) * 3;
      rgb[target++] = pixels[source + red] ?? 0;
      rgb[target++] = pixels[source + 1] ?? 0;
      rgb[target++] = pixels[source + blue] ?? 0;
    }
  }
  return rgb;
};
