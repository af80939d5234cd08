import {
  chipBlockLength,
  chipPhotoHeight,
  chipPhotoWidth,
} from '../../native-bridge/photo-decoder/chip-photo-size.ts';
import { PhotoError } from './photo-error.ts';
import { webpSize, type PictureSize } from './webp-size.ts';

/** What a card's photo block turned out to hold. Both are copies, independent of the block. */
export type ChipBlock =
  | { readonly kind: 'wlt'; readonly wlt: Uint8Array }
  | { readonly kind: 'webp'; readonly webp: Uint8Array };

/**
 * Recognises the photo block of a card by its content.
 *
 * A real card carries WLT: `57 4C`, then width 102 and height 126 as 16-bit little-endian numbers
 * (reader protocol §4.1). The emulated cards carry a WebP picture, padded to the same 1,024 bytes;
 * its RIFF header says how many of them are the picture.
 *
 * @param raw - the block as the reader gave it; it is only read.
 * @throws PhotoError `photo.empty`, `photo.wrong-length`, `photo.wrong-size`, `photo.webp-damaged`,
 *   `photo.unknown-format`.
 */
export const recogniseChipBlock = (raw: Uint8Array): ChipBlock => {
  // Erased memory reads as 00 or FF.
  if (raw.every((byte) => byte === 0) || raw.every((byte) => byte === 0xff)) {
    throw new PhotoError('photo.empty');
  }
  if (raw.length !== chipBlockLength) {
    throw new PhotoError('photo.wrong-length', { length: raw.length });
  }
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  if (hasAscii(raw, 0, 'WL')) {
    requireChipSize({ width: view.getUint16(2, true), height: view.getUint16(4, true) });
    return { kind: 'wlt', wlt: raw.slice() };
  }
  if (hasAscii(raw, 0, 'RIFF') && hasAscii(raw, 8, 'WEBP')) {
    const length = view.getUint32(4, true) + 8;
    const webp = raw.slice(0, length);
    const size = length > raw.length ? undefined : webpSize(webp);
    if (size === undefined) throw new PhotoError('photo.webp-damaged');
    requireChipSize(size);
    return { kind: 'webp', webp };
  }
  throw new PhotoError('photo.unknown-format');
};

const hasAscii = (bytes: Uint8Array, offset: number, text: string): boolean =>
  Array.from(text).every((letter, i) => bytes[offset + i] === letter.charCodeAt(0));

const requireChipSize = ({ width, height }: PictureSize): void => {
  if (width !== chipPhotoWidth || height !== chipPhotoHeight) {
    throw new PhotoError('photo.wrong-size', { width, height });
  }
};
