import {
  bmpPhotoLength,
  rawPhotoLength,
} from '../../native-bridge/photo-decoder/chip-photo-size.ts';
import type { LibraryAnswer } from '../../native-bridge/photo-decoder/decoder-contract.ts';
import type { SuccessRule } from '../../native-bridge/photo-decoder/decoder-shapes.ts';
import { decodeChipBmp, encodeChipBmp, requireLength } from './chip-bmp.ts';
import type { LibrarySettings } from './decoder-settings.ts';
import { getBmpCodes } from './get-bmp-errors.ts';
import { PhotoError } from './photo-error.ts';
import { toUprightRgb } from './pixel-layout.ts';

/**
 * Judges what a decoder's library answered.
 *
 * @returns the photo as a BMP of 38,862 bytes, written anew: closed decoders leave rubbish in headers
 *   and padding.
 * @throws PhotoError: the library or function is missing, the decoder refused, or what it produced is
 *   not a photo of 102 × 126.
 */
export const bmpOfAnswer = (answer: LibraryAnswer, settings: LibrarySettings): Uint8Array => {
  const { path, symbol } = settings;
  if (answer.step === 'not-loaded') {
    const architecture = `${process.platform} ${process.arch}`;
    throw new PhotoError('photo.library-not-loaded', { path, architecture, reason: answer.reason });
  }
  if (answer.step === 'no-symbol') throw new PhotoError('photo.symbol-not-found', { path, symbol });
  if (!isSuccess(answer.code, settings.success)) throw refusal(answer.code, settings);
  return encodeChipBmp(pixelsOf(answer.output, answer.outputLength, settings));
};

const isSuccess = (code: number, rule: SuccessRule): boolean =>
  rule === 'non-negative' ? code >= 0 : code === rule;

const refusal = (code: number, { shape }: LibrarySettings): PhotoError => {
  const known = shape === 'GetBmp' ? getBmpCodes.get(code) : undefined;
  return new PhotoError(known ?? 'photo.decoder-refused', { code });
};

const pixelsOf = (output: Uint8Array, length: number, settings: LibrarySettings): Uint8Array => {
  switch (settings.shape) {
    case 'unpack':
      requireLength(length, [rawPhotoLength]);
      return toUprightRgb(output, settings);
    case 'wlt2Bmp':
      requireLength(length, [rawPhotoLength, bmpPhotoLength]);
      return length === rawPhotoLength ? toUprightRgb(output, settings) : decodeChipBmp(output);
    case 'Huaxu_Wlt2Bmp':
    case 'GetBmp':
    case 'dewlt':
      requireLength(length, [bmpPhotoLength]);
      return decodeChipBmp(output);
  }
};
