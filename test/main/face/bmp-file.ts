import type { RgbImage } from '../../../main/face/rgb-image.ts';

/** How a BMP is written: what is not given is that of an ordinary 24-bit file. */
export interface BmpOptions {
  readonly bitsPerPixel?: 24 | 32;
  readonly isTopDown?: boolean;
  /** 3 adds the masks of BI_BITFIELDS. */
  readonly compression?: number;
  readonly masks?: readonly [number, number, number];
}

/** Writes a BMP with a BITMAPINFOHEADER, as chip-photo decoders and Windows do. */
export const bmpFile = (
  { width, height, data }: RgbImage,
  {
    bitsPerPixel = 24,
    isTopDown = false,
    compression = 0,
    masks = [0xff0000, 0x00ff00, 0x0000ff],
  }: BmpOptions = {},
): Uint8Array => {
  const bytesPerPixel = bitsPerPixel / 8;
  const stride = Math.ceil((width * bytesPerPixel) / 4) * 4;
  const pixelOffset = compression === 3 ? 66 : 54;
  const bytes = Buffer.alloc(pixelOffset + stride * height);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(pixelOffset, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(isTopDown ? -height : height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(bitsPerPixel, 28);
  bytes.writeUInt32LE(compression, 30);
  if (compression === 3)
    for (const [i, mask] of masks.entries()) bytes.writeUInt32LE(mask, 54 + 4 * i);
  for (let y = 0; y < height; y++) {
    const row = pixelOffset + (isTopDown ? y : height - 1 - y) * stride;
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3;
      const to = row + x * bytesPerPixel;
      bytes.set([data[from + 2]!, data[from + 1]!, data[from]!], to);
      // What the fourth byte holds means nothing.
      if (bitsPerPixel === 32) bytes[to + 3] = (x * 7) & 255;
    }
  }
  return bytes;
};
