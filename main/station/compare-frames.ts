import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareEngine, CompareFacesResult } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import type { ChipPhoto } from '../photo/chip-photo-decoder.ts';
import type { ChosenFrames } from './frame-chooser.ts';

/** What came of frames: a score, or no face on the best of them to compare. */
export type ComparedFrames =
  { readonly result: CompareFacesResult } | { readonly error: CompareFacesError };

/**
 * Compares the camera frames of one moment with the chip photo, as one: the best is the target, and the
 * others are used by engines that can. That the best shows no face is an outcome: another moment's may.
 * Everything else that keeps it from a score is an error.
 *
 * @throws CompareFacesError (`Error.NoFaceDetected` when the chip photo shows no face), FaceError,
 *   EngineError, or what a cloud engine throws.
 */
export const compareFrames = async (
  engine: CompareEngine,
  { image: chip }: Pick<ChipPhoto, 'image'>,
  [best, ...furtherFrames]: ChosenFrames,
  judgedBy: VerdictRules,
): Promise<ComparedFrames> => {
  try {
    const result = await engine.compareFaces({
      source: { type: 'IDPic', image: chip },
      target: { type: 'FacePic', image: best.image },
      ...(furtherFrames.length > 0 && { moment: { quality: best.quality, furtherFrames } }),
      judgedBy,
    });
    return { result };
  } catch (caught) {
    const isEmptyFrame =
      caught instanceof CompareFacesError &&
      caught.code === 'Error.NoFaceDetected' &&
      caught.data['which'] === 'target';
    if (isEmptyFrame) return { error: caught };
    throw caught;
  }
};
