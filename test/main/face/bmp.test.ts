import { describe, expect, test } from 'vitest';
import { decodeBmp, readBmpHeader } from '../../../main/face/bmp.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import { bmpFile } from './bmp-file.ts';
import { gradient } from './pictures.ts';

// 21 pixels are 63 bytes: rows of 24 bits need padding.
const picture = gradient(21, 16);
const decode = (bytes: Uint8Array): RgbImage => decodeBmp(bytes, readBmpHeader(bytes));
/** A copy with another number in the header. */
const patched = (write: (bytes: Buffer) => void, bytes = bmpFile(picture)): Uint8Array => {
  const copy = Buffer.from(bytes);
  write(copy);
  return copy;
};

describe('a BMP', () => {
  test.each([
    ['24 bits, rows upwards', {}],
    ['24 bits, rows downwards', { isTopDown: true }],
    ['32 bits, rows upwards', { bitsPerPixel: 32 }],
    ['32 bits, rows downwards', { bitsPerPixel: 32, isTopDown: true }],
    ['32 bits with the ordinary masks', { bitsPerPixel: 32, compression: 3 }],
  ] as const)('%s: gives every pixel in its place', (_, options) => {
    expect(decode(bmpFile(picture, options))).toEqual(picture);
  });

  test('of a chip photo decoder has 38,862 bytes and is read whole', () => {
    const portrait = gradient(102, 126);
    const bytes = bmpFile(portrait);
    expect(bytes).toHaveLength(38_862);
    expect(decode(bytes)).toEqual(portrait);
  });

  test('inside a larger buffer is read from where it begins', () => {
    const bytes = bmpFile(picture);
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 7);
    expect(decode(larger.subarray(7))).toEqual(picture);
  });

  test('says its size before any pixel is read', () => {
    const header = readBmpHeader(patched((bytes) => bytes.writeInt32LE(-6400, 22)).subarray(0, 54));
    expect(header).toMatchObject({ width: 21, height: 6400, isTopDown: true });
  });

  test.each([
    ['the header is cut off', bmpFile(picture).subarray(0, 53)],
    ['it has no size', patched((bytes) => bytes.writeInt32LE(0, 18))],
    ['it has no size', patched((bytes) => bytes.writeInt32LE(-21, 18))],
    ['it has no size', patched((bytes) => bytes.writeInt32LE(0, 22))],
    ['the pixels overlap the header', patched((bytes) => bytes.writeUInt32LE(0, 10))],
    ['rows are missing', bmpFile(picture).subarray(0, -1)],
    ['rows are missing', patched((bytes) => bytes.writeUInt32LE(58, 10))],
    ['rows are missing', patched((bytes) => bytes.writeInt32LE(-(2 ** 31), 22))],
    [
      'the header is cut off',
      bmpFile(picture, { bitsPerPixel: 32, compression: 3 }).subarray(0, 60),
    ],
  ])('is damaged when %s', (reason, bytes) => {
    expect(() => decode(bytes)).toThrow(
      expect.objectContaining({ code: 'image.damaged', data: { format: 'BMP', reason } }),
    );
  });

  test.each([
    ['a header of 12 bytes', patched((bytes) => bytes.writeUInt32LE(12, 14))],
    ['8 bits a pixel', patched((bytes) => bytes.writeUInt16LE(8, 28))],
    ['compression 1', patched((bytes) => bytes.writeUInt32LE(1, 30))],
    ['compression 3', patched((bytes) => bytes.writeUInt32LE(3, 30))],
    [
      'unusual colour masks',
      bmpFile(picture, { bitsPerPixel: 32, compression: 3, masks: [0xff, 0xff00, 0xff0000] }),
    ],
  ])('with %s is refused as a kind that is not read', (kind, bytes) => {
    expect(() => decode(bytes)).toThrow(
      expect.objectContaining({ code: 'image.unsupported', data: { format: 'BMP', kind } }),
    );
  });
});
