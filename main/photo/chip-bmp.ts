import {
  bmpHeaderLength,
  bmpPhotoLength,
  bmpStride,
  chipPhotoHeight,
  chipPhotoWidth,
  rawPhotoLength,
} from '../../native-bridge/photo-decoder/chip-photo-size.ts';
import { PhotoError } from './photo-error.ts';

const bitsPerPixel = 24;
const infoHeaderLength = 40;
/** 72 dots per inch, in pixels per metre. */
const resolution = 2835;

/**
 * Writes a chip photo as a 24-bit BMP: rows from the bottom, pixels as B, G, R, stride 308
 * (reader protocol §4.4).
 *
 * @param rgb - 38,556 bytes: rows from the top, pixels as R, G, B.
 * @returns the file, 38,862 bytes.
 */
export const encodeChipBmp = (rgb: Uint8Array): Uint8Array => {
  const bmp = new Uint8Array(bmpPhotoLength);
  const view = new DataView(bmp.buffer);
  view.setUint16(0, 0x424d, false);
  view.setUint32(2, bmpPhotoLength, true);
  view.setUint32(10, bmpHeaderLength, true);
  view.setUint32(14, infoHeaderLength, true);
  view.setInt32(18, chipPhotoWidth, true);
  view.setInt32(22, chipPhotoHeight, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, bitsPerPixel, true);
  view.setUint32(34, bmpPhotoLength - bmpHeaderLength, true);
  view.setInt32(38, resolution, true);
  view.setInt32(42, resolution, true);
  for (let y = 0; y < chipPhotoHeight; y++) {
    copySwapped(rgb, y * chipPhotoWidth * 3, bmp, rowOffset(y, false));
  }
  return bmp;
};

/**
 * Reads the BMP of a decoder, whose header is believed only where it can be checked.
 *
 * @param bmp - the file; rows from the bottom, or from the top if it states a negative height.
 * @returns 38,556 bytes: rows from the top, pixels as R, G, B.
 * @throws PhotoError `photo.no-output`, `photo.wrong-output-length` if it has not 38,862 bytes,
 *   `photo.wrong-output-format` if it is no uncompressed 24-bit BMP of 102 × 126.
 */
export const decodeChipBmp = (bmp: Uint8Array): Uint8Array => {
  requireLength(bmp.length, [bmpPhotoLength]);
  const view = new DataView(bmp.buffer, bmp.byteOffset, bmp.byteLength);
  const height = view.getInt32(22, true);
  const fits =
    view.getUint16(0, false) === 0x424d &&
    view.getUint32(10, true) === bmpHeaderLength &&
    view.getInt32(18, true) === chipPhotoWidth &&
    Math.abs(height) === chipPhotoHeight &&
    view.getUint16(28, true) === bitsPerPixel &&
    view.getUint32(30, true) === 0;
  if (!fits) throw new PhotoError('photo.wrong-output-format');
  const rgb = new Uint8Array(rawPhotoLength);
  for (let y = 0; y < chipPhotoHeight; y++) {
    copySwapped(bmp, rowOffset(y, height < 0), rgb, y * chipPhotoWidth * 3);
  }
  return rgb;
};

/**
 * Checks how much a decoder produced.
 *
 * @throws PhotoError `photo.no-output`, `photo.wrong-output-length`.
 */
export const requireLength = (length: number, expected: readonly number[]): void => {
  if (length === 0) throw new PhotoError('photo.no-output');
  if (!expected.includes(length)) {
    throw new PhotoError('photo.wrong-output-length', { length, expected });
  }
};

const rowOffset = (y: number, fromTop: boolean): number =>
  bmpHeaderLength + (fromTop ? y : chipPhotoHeight - 1 - y) * bmpStride;

/** Copies one row of pixels and exchanges red and blue; the same both ways. */
const copySwapped = (
  source: Uint8Array,
  sourceOffset: number,
  target: Uint8Array,
  targetOffset: number,
): void => {
  for (let i = 0; i < chipPhotoWidth * 3; i += 3) {
    target[targetOffset + i] = source[sourceOffset + i + 2] ?? 0;
    target[targetOffset + i + 1] = source[sourceOffset + i + 1] ?? 0;
    target[targetOffset + i + 2] = source[sourceOffset + i] ?? 0;
  }
};
