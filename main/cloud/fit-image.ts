import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { Reencoding } from '../compare/contract.ts';
import { decodeImage } from '../face/decode-image.ts';
import { FaceError } from '../face/face-error.ts';
import { imageFormatOf, type ImageFormat } from '../face/image-format.ts';
import type { RgbImage } from '../face/rgb-image.ts';
import { CloudError } from './cloud-error.ts';

/** A photograph as it may be sent. */
export interface FittedImage {
  readonly image: Uint8Array;
  readonly format: 'JPEG' | 'PNG';
  /** There where it is not the photograph as it came. */
  readonly reencoded?: Reencoding;
}

/** What both services say they read; nothing is known of WebP and BMP, which chip photos are. */
const isReadEverywhere = (format: ImageFormat): format is 'JPEG' | 'PNG' =>
  format === 'JPEG' || format === 'PNG';

/** Tried in turn. The first loses nothing a comparison could see; every later one is coarser or smaller. */
const steps = [
  { quality: 92, side: 1920 },
  { quality: 85, side: 1600 },
  { quality: 80, side: 1280 },
  { quality: 75, side: 960 },
  { quality: 70, side: 640 },
] as const;

/**
 * Makes a photograph one that a cloud service takes: JPEG or PNG, and no more bytes than `limit`.
 *
 * One that is so already goes as it is, to the byte. Another encoding becomes PNG, which loses
 * nothing; what is too large becomes a JPEG, with as many pixels as fit and never more than it had.
 *
 * @param limit - bytes of the encoded file.
 * @param which - for the error.
 * @throws {FaceError} for what is no photograph: it does not leave the machine;
 *   {CloudError} `cloud.image-too-large`
 */
export const fitImage = async (
  image: Uint8Array,
  limit: number,
  which: 'source' | 'target',
): Promise<FittedImage> => {
  const format = imageFormatOf(image);
  if (format === undefined) throw new FaceError('image.not-an-image');
  if (isReadEverywhere(format) && image.length <= limit) return { image, format };
  const pixels = await decodeImage(image);
  const from = { format, bytes: image.length };
  if (!isReadEverywhere(format)) {
    const png = await raw(pixels).png().toBuffer({ resolveWithObject: true });
    if (png.data.length <= limit) return fitted(png, 'PNG', from);
  }
  for (const { quality, side } of steps) {
    const jpeg = await raw(pixels)
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    if (jpeg.data.length <= limit) return fitted(jpeg, 'JPEG', from);
  }
  throw new CloudError('cloud.image-too-large', { which, bytes: image.length, limit });
};

const raw = ({ data, width, height }: RgbImage): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

const fitted = (
  { data, info }: { readonly data: Buffer; readonly info: OutputInfo },
  format: FittedImage['format'],
  from: Reencoding['from'],
): FittedImage => {
  const { width, height } = info;
  return {
    image: data,
    format,
    reencoded: { from, to: { format, bytes: data.length, width, height } },
  };
};

/** What a result says of photographs that were changed. */
export const reencodedOf = (
  source: FittedImage,
  target: FittedImage,
): { readonly reencoded?: Readonly<Partial<Record<'source' | 'target', Reencoding>>> } =>
  source.reencoded || target.reencoded
    ? {
        reencoded: {
          ...(source.reencoded && { source: source.reencoded }),
          ...(target.reencoded && { target: target.reencoded }),
        },
      }
    : {};
