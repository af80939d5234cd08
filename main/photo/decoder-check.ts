import type { PhotoError, PhotoErrorCode } from './photo-error.ts';

/**
 * - `ready`: it made a picture.
 * - `refused-test-photo`: it ran and said no. The made-up photo holds no picture, so this proves
 *   that it can be called and nothing against it.
 * - `broken`: it could not be called, died, or produced what is no photo.
 * - `not-set-up`: there is none.
 */
export type DecoderVerdict = 'ready' | 'refused-test-photo' | 'broken' | 'not-set-up';

/** What trying a decoder showed. A fact is undefined where the decoder died before it was known. */
export type DecoderCheck =
  | { readonly kind: 'none'; readonly verdict: 'not-set-up'; readonly problem: PhotoError }
  | {
      readonly kind: 'library';
      readonly verdict: DecoderVerdict;
      readonly loaded: boolean | undefined;
      readonly symbolFound: boolean | undefined;
      readonly returnCode: number | undefined;
      readonly producedBytes: number | undefined;
      readonly problem: PhotoError | undefined;
    }
  | {
      readonly kind: 'command';
      readonly verdict: DecoderVerdict;
      readonly started: boolean;
      readonly exitCode: number | undefined;
      readonly producedBytes: number | undefined;
      readonly problem: PhotoError | undefined;
    };

/** Errors a sound decoder may give for a photo that holds no picture. */
const blamesThePhoto: ReadonlySet<PhotoErrorCode> = new Set([
  'photo.decoder-refused',
  'photo.get-bmp-undecodable',
  'photo.get-bmp-wrong-format',
  'photo.command-failed',
]);

/** What a problem with the made-up photo says about the decoder. */
export const verdictOf = (problem: PhotoError | undefined): DecoderVerdict => {
  if (problem === undefined) return 'ready';
  return blamesThePhoto.has(problem.code) ? 'refused-test-photo' : 'broken';
};
