import { WitnessError, type ErrorData } from '../errors/witness-error.ts';
import { blockErrors } from './block-errors.ts';
import { decoderErrors } from './decoder-errors.ts';
import { getBmpErrors } from './get-bmp-errors.ts';

/** Every error of the chip photo, with its sentences. */
export const photoErrorCatalogue = { ...blockErrors, ...getBmpErrors, ...decoderErrors } as const;

export type PhotoErrorCode = keyof typeof photoErrorCatalogue;

/**
 * The chip photo could not be made into a picture.
 *
 * It carries nothing of the card: whoever asked for the photo still has the card's text and the raw
 * 1,024 bytes, and a card without a picture is still a card that was read.
 */
export class PhotoError extends WitnessError<PhotoErrorCode> {
  override readonly name = 'PhotoError';

  constructor(code: PhotoErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(photoErrorCatalogue[code], code, data, options);
  }
}
