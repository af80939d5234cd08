import sharp from 'sharp';
import { readBmpHeader } from './bmp.ts';
import { imageFormatOf } from './image-format.ts';

/**
 * Width and height of a photograph once it stands upright, from its header.
 *
 * @param bytes - a photograph that can be decoded: nothing else is checked here.
 */
export const uprightSizeOf = async (
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number }> => {
  if (imageFormatOf(bytes) === 'BMP') return readBmpHeader(bytes);
  return (await sharp(bytes, { limitInputPixels: false }).metadata()).autoOrient;
};
