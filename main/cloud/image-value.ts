import { FaceError } from '../face/face-error.ts';
import { imageFormatOf } from '../face/image-format.ts';
import type { TypedImage } from '../face/types.ts';
import { CloudError } from './cloud-error.ts';

/** Bytes of one encoded photograph, before Base64 (CompareFaces page: "单张图片大小请控制在2M内"). */
export const maximumImageBytes = 2 * 1024 * 1024;

/**
 * The value of `SourceImageValue` or `TargetImageValue`: `base64://` and the photograph in standard
 * Base64, without a data-URI head. The Base64 of a JPEG begins with `/`, hence `base64:///9j/…`.
 *
 * Bytes that are no photograph do not leave the machine.
 *
 * @param which - for the error.
 * @throws {FaceError} `image.not-an-image`; {CloudError} `cloud.image-too-large`
 */
export const imageValueOf = ({ image }: TypedImage, which: 'source' | 'target'): string => {
  if (imageFormatOf(image) === undefined) throw new FaceError('image.not-an-image');
  if (image.length > maximumImageBytes) {
    const data = { which, bytes: image.length, limit: maximumImageBytes };
    throw new CloudError('cloud.image-too-large', data);
  }
  const { buffer, byteOffset, byteLength } = image;
  return `base64://${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`;
};
