import { FaceError } from './face-error.ts';
import type { RgbImage } from './rgb-image.ts';

/** What a BMP's header says, before any pixel is read. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: 24 | 32;
  /** Rows run upwards unless the header's height is negative. */
  readonly isTopDown: boolean;
  readonly pixelOffset: number;
}

const damaged = (reason: string): FaceError =>
  new FaceError('image.damaged', { format: 'BMP', reason });

const unsupported = (kind: string): FaceError =>
  new FaceError('image.unsupported', { format: 'BMP', kind });

/** File header of 14 bytes and the shortest Windows information header of 40 (BITMAPINFOHEADER). */
const shortestHeader = 54;

/** Compression BI_BITFIELDS: the masks of red, green and blue follow the header. */
const bitFields = 3;

/** The masks of the ordinary order of bytes, B, G, R, x. */
const ordinaryMasks = [0xff0000, 0x00ff00, 0x0000ff];

/**
 * Reads the header of an uncompressed 24- or 32-bit BMP: what chip-photo decoders write (102 × 126,
 * 24 bits, 38,862 bytes) and what Windows cameras save. sharp does not read BMP.
 *
 * @throws FaceError `image.damaged` for impossible sizes, `image.unsupported` for other kinds.
 */
export const readBmpHeader = (bytes: Uint8Array): BmpHeader => {
  if (bytes.length < shortestHeader) throw damaged('the header is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixelOffset = view.getUint32(10, true);
  const headerLength = view.getUint32(14, true);
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const bitsPerPixel = view.getUint16(28, true);
  if (headerLength < 40) throw unsupported(`a header of ${headerLength} bytes`);
  if (bitsPerPixel !== 24 && bitsPerPixel !== 32) throw unsupported(`${bitsPerPixel} bits a pixel`);
  refuseCompression(view, bitsPerPixel);
  if (width <= 0 || signedHeight === 0) throw damaged('it has no size');
  if (pixelOffset < shortestHeader) throw damaged('the pixels overlap the header');
  const height = Math.abs(signedHeight);
  return { width, height, bitsPerPixel, isTopDown: signedHeight < 0, pixelOffset };
};

const refuseCompression = (view: DataView, bitsPerPixel: 24 | 32): void => {
  const compression = view.getUint32(30, true);
  if (compression === 0) return;
  if (compression !== bitFields || bitsPerPixel !== 32)
    throw unsupported(`compression ${compression}`);
  if (view.byteLength < shortestHeader + 12) throw damaged('the header is cut off');
  const masks = [0, 4, 8].map((at) => view.getUint32(shortestHeader + at, true));
  if (masks.some((mask, i) => mask !== ordinaryMasks[i])) throw unsupported('unusual colour masks');
};

/**
 * Decodes the pixels of a BMP, B,G,R(,x) with rows padded to four bytes, to upright RGB.
 *
 * @throws FaceError `image.damaged` when rows are missing.
 */
export const decodeBmp = (bytes: Uint8Array, header: BmpHeader): RgbImage => {
  const { width, height, bitsPerPixel, isTopDown, pixelOffset } = header;
  const bytesPerPixel = bitsPerPixel / 8;
  const stride = Math.ceil((width * bytesPerPixel) / 4) * 4;
  if (pixelOffset + stride * height > bytes.length) throw damaged('rows are missing');
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    let from = pixelOffset + (isTopDown ? y : height - 1 - y) * stride;
    for (let x = 0; x < width; x++, from += bytesPerPixel, to += 3) {
      data[to] = bytes[from + 2] ?? 0;
      data[to + 1] = bytes[from + 1] ?? 0;
      data[to + 2] = bytes[from] ?? 0;
    }
  }
  return { width, height, data };
};
