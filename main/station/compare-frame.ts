import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareEngine, CompareFacesResult } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import type { ChipPhoto } from '../photo/chip-photo-decoder.ts';

/** What came of a frame: a score, or no face on it to compare. */
export type ComparedFrame =
  { readonly result: CompareFacesResult } | { readonly error: CompareFacesError };

/**
 * Compares one camera frame with the chip photo. That the frame shows no face is an outcome: another
 * frame may. Everything else that keeps it from a score is an error.
 *
 * @throws CompareFacesError (`Error.NoFaceDetected` when the chip photo shows no face), FaceError,
 *   EngineError, or what a cloud engine throws.
 */
export const compareFrame = async (
  engine: CompareEngine,
  { image: chip }: Pick<ChipPhoto, 'image'>,
  frame: Uint8Array,
  judgedBy: VerdictRules,
): Promise<ComparedFrame> => {
  try {
    const result = await engine.compareFaces({
      source: { type: 'IDPic', image: chip },
      target: { type: 'FacePic', image: frame },
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
