import sharp, { type Sharp } from 'sharp';
import { decodeBmp, readBmpHeader } from './bmp.ts';
import { FaceError } from './face-error.ts';
import { imageFormatOf, type ImageFormat } from './image-format.ts';
import { defaultImageLimits, type ImageLimits } from './image-limits.ts';
import type { RgbImage } from './rgb-image.ts';

// No photograph is decoded twice: libvips' cache of operations would only hold on to memory.
sharp.cache(false);

/**
 * Decodes a JPEG, PNG, WebP or BMP photograph to upright RGB. Grey becomes RGB, transparency white,
 * the EXIF orientation is applied, and a large photograph is reduced to `limits.workingSide`.
 * The limits on bytes and pixels are checked on the header, before any pixel is decoded.
 *
 * @throws FaceError when there is nothing to look at; see its catalogue.
 */
export const decodeImage = async (
  bytes: Uint8Array,
  limits: ImageLimits = defaultImageLimits,
): Promise<RgbImage> => {
  if (bytes.length === 0) throw new FaceError('image.empty');
  if (bytes.length > limits.bytes)
    throw new FaceError('image.too-many-bytes', { bytes: bytes.length, limit: limits.bytes });
  const format = imageFormatOf(bytes);
  if (format === undefined) throw new FaceError('image.not-an-image');
  if (format !== 'BMP') return decodeWithSharp(bytes, format, limits);

  const header = readBmpHeader(bytes);
  checkSize(header, limits);
  const image = decodeBmp(bytes, header);
  const { width, height } = image;
  if (Math.max(width, height) <= limits.workingSide) return image;
  return toRgb(sharp(image.data, { raw: { width, height, channels: 3 } }), limits);
};

interface Size {
  readonly width: number;
  readonly height: number;
}

const checkSize = ({ width, height }: Size, limits: ImageLimits): void => {
  if (width * height > limits.pixels)
    throw new FaceError('image.too-many-pixels', { width, height, limit: limits.pixels });
  if (isTooSmall({ width, height }, limits))
    throw new FaceError('image.too-small', { width, height, limit: limits.shortestSide });
};

const isTooSmall = ({ width, height }: Size, limits: ImageLimits): boolean =>
  Math.min(width, height) < limits.shortestSide;

const decodeWithSharp = async (
  bytes: Uint8Array,
  format: ImageFormat,
  limits: ImageLimits,
): Promise<RgbImage> => {
  const decoding = sharp(bytes, {
    // Half a face decodes to grey below the cut, and must not be compared. Damage inside a JPEG that is
    // whole is let pass: stricter would refuse the harmless slips of many webcams.
    failOn: 'truncated',
    // sharp checks this on the header. What the header says in full is read only if that fails: it
    // takes as long as a tenth of the decoding.
    limitInputPixels: limits.pixels,
    pages: 1,
  });
  const image = await toRgb(decoding, limits).catch(async (cause: unknown) => {
    checkSize(await claimedSize(bytes, format), limits);
    throw damaged(format, cause);
  });
  // A long and narrow photograph may have become too small only by being reduced.
  if (isTooSmall(image, limits)) checkSize(await claimedSize(bytes, format), limits);
  return image;
};

/** Width and height as the header states them. */
const claimedSize = (bytes: Uint8Array, format: ImageFormat): Promise<Size> =>
  sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw damaged(format, cause);
    });

const damaged = (format: ImageFormat, cause: unknown): FaceError => {
  const reason = cause instanceof Error ? firstLine(cause.message) : String(cause);
  return new FaceError('image.damaged', { format, reason }, { cause });
};

const toRgb = async (image: Sharp, limits: ImageLimits): Promise<RgbImage> => {
  const side = limits.workingSide;
  const { data, info } = await image
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
};

/** The first line of libvips' account of what went wrong, which may end in a colon. */
const firstLine = (text: string): string => text.split('\n', 1)[0]?.replace(/[:\s]+$/, '') ?? text;
