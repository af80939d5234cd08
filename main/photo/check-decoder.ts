import { ChipPhotoDecoder } from './chip-photo-decoder.ts';
import type { DecoderCheck } from './decoder-check.ts';
import type { DecoderSettings } from './decoder-settings.ts';

/**
 * Tries the decoder of the settings once, on a made-up photo.
 *
 * @returns whether the library loads and has the function (or the command starts), what it returned,
 *   how much it produced, and the error a guest's photo would meet. The made-up photo holds no
 *   picture, so a decoder that refuses it may be sound: see {@link DecoderCheck}.
 */
export const checkDecoder = async (settings: DecoderSettings): Promise<DecoderCheck> => {
  const decoder = new ChipPhotoDecoder(settings);
  try {
    return await decoder.check();
  } finally {
    decoder.dispose();
  }
};
