import sharp from 'sharp';
import { photoSize } from '../../main/card/base-info.ts';
import { EmulatorError } from './emulator-error.ts';

/** Width and height of the photo on a card in pixels (reader protocol §4.1). */
const chipImageSize = { width: 102, height: 126 } as const;

/** 102 × 126 pixels, row by row from the top, three bytes each: red, green, blue. */
type ChipPixels = Uint8Array;

export interface FitOptions {
  /**
   * Prepares the pixels before they are compressed, above all by making the background one colour:
   * what it does not need, the face gets. Finding the background takes a face detector, so it is the
   * caller's.
   */
  readonly prepare?: (pixels: ChipPixels) => Promise<ChipPixels> | ChipPixels;
}

/** A photo that fits on a card. */
export interface ChipImage {
  /** 1024 bytes: a WebP file, zeros behind it. */
  readonly bytes: Uint8Array;
  /** Bytes of the WebP file itself. */
  readonly size: number;
  /** The WebP quality that was reached, 1 to 100. */
  readonly quality: number;
}

/** A photo that would take more memory than this is not opened: 50 million pixels. */
const pixelLimit = 50_000_000;

/**
 * Makes a photo small enough for a card: 102 × 126 pixels, and the best WebP quality that fits into
 * 1024 bytes. Real cards use a closed format; an emulated one carries WebP in its place.
 *
 * @param photo - a JPEG, PNG, WebP or other file that sharp reads; its EXIF orientation is applied, the
 * middle of it is kept where its shape differs.
 * @throws EmulatorError `emulator.photo-unreadable`, `emulator.photo-too-detailed`.
 */
export const fitChipImage = async (
  photo: Uint8Array,
  options: FitOptions = {},
): Promise<ChipImage> => {
  const pixels = await shrink(photo);
  return fit((await options.prepare?.(pixels)) ?? pixels);
};

const shrink = async (photo: Uint8Array): Promise<ChipPixels> => {
  try {
    return await sharp(photo, { limitInputPixels: pixelLimit })
      .autoOrient()
      .flatten({ background: 'white' })
      .resize({ ...chipImageSize, fit: 'cover' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
  } catch (caught) {
    const reason = caught instanceof Error ? caught.message : String(caught);
    throw new EmulatorError('emulator.photo-unreadable', { reason }, { cause: caught });
  }
};

/** Tries every quality from the best down: the size does not strictly fall with it. */
const fit = async (pixels: ChipPixels): Promise<ChipImage> => {
  let smallest = Infinity;
  for (let quality = 100; quality >= 1; quality -= 1) {
    const file = await sharp(pixels, { raw: { ...chipImageSize, channels: 3 } })
      .webp({ quality, effort: 6 })
      .toBuffer();
    smallest = Math.min(smallest, file.length);
    if (file.length > photoSize) continue;
    const bytes = new Uint8Array(photoSize);
    bytes.set(file);
    return { bytes, size: file.length, quality };
  }
  const data = { bytes: smallest, limit: photoSize };
  throw new EmulatorError('emulator.photo-too-detailed', data);
};
