/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const firstChunk = 12;

/**
 * The size a WebP file states, from its first chunk (RFC 9649 §2): lossy `VP8 `, lossless `VP8L` or
 * extended `VP8X`.
 *
 * @param webp - the file, from `RIFF` on.
 * @returns the size, or undefined if the chunk is none of the three or is cut short.
 */
export const webpSize = (webp: Uint8Array): PictureSize | undefined => {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  if (webp.length < firstChunk + 18) return undefined;
  const body = firstChunk + 8;
  switch (String.fromCharCode(...webp.subarray(firstChunk, firstChunk + 4))) {
    case 'VP8 ': {
      const isKeyFrame = view.getUint32(body + 2, false) % 2 ** 24 === 0x9d012a;
      if (!isKeyFrame) return undefined;
      return {
        width: view.getUint16(body + 6, true) & 0x3fff,
        height: view.getUint16(body + 8, true) & 0x3fff,
      };
    }
    case 'VP8L': {
      if (view.getUint8(body) !== 0x2f) return undefined;
      const bits = view.getUint32(body + 1, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        width: (view.getUint32(body + 4, true) & 0xffffff) + 1,
        height: (view.getUint32(body + 6, true) >>> 8) + 1,
      };
    default:
      return undefined;
  }
};
