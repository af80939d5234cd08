import type { CardReading } from '../card/card-reading.ts';
import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareEngine, CompareFacesResult } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import { decide, isBetter, type Decision } from '../compare/verdict.ts';
import type { ChipPhoto, ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { compareFrame, type ComparedFrame } from './compare-frame.ts';
import { StationError } from './station-error.ts';

/** What a verification is done with. */
export interface VerificationParts {
  readonly decoder: Pick<ChipPhotoDecoder, 'decode'>;
  readonly engine: CompareEngine;
  /** The FAR of the whole transaction, and whether there is a review band. */
  readonly rules: Pick<VerdictRules, 'far' | 'review'>;
}

/** One frame's comparison with the chip photo, or why there was none. */
export type FrameOutcome = ComparedFrame & { readonly frame: number };

/** A finished verification. It holds no image and no embedding. */
export interface Verification {
  readonly decision: Decision;
  /** The comparison the decision rests on: that of the best frame. */
  readonly result: CompareFacesResult;
  readonly frame: number;
  readonly frames: readonly FrameOutcome[];
  /** Milliseconds. */
  readonly timings: { readonly decode: number; readonly compare: number; readonly total: number };
}

/**
 * From a card that was read and frames of the guest to a verdict.
 *
 * Every frame is an attempt: the chosen FAR is divided over them, and the best one decides.
 * A frame without a face is no attempt that failed but a frame to leave out; without a face on any of
 * them there is no verdict.
 *
 * The decoded chip photo is overwritten afterwards; reading and frames are the caller's.
 *
 * @param frames - encoded camera frames, at least one.
 * @throws PhotoError when the chip photo cannot be decoded; card text and raw photo stay with `reading`.
 * @throws CompareFacesError `Error.NoFaceDetected` when no frame shows a face, or the chip photo none.
 * @throws FaceError, EngineError, VerdictError as the engine and the rules have it.
 */
export const verifyGuest = async (
  parts: VerificationParts,
  reading: Pick<CardReading, 'photo'>,
  frames: readonly Uint8Array[],
): Promise<Verification> => {
  if (frames.length === 0) throw new StationError('station.no-frame');
  const begun = performance.now();
  const photo = await parts.decoder.decode(reading.photo);
  const decoded = performance.now();
  const rules = { ...parts.rules, attempts: frames.length };
  const outcomes = await compareFrames(parts.engine, photo, frames, rules).finally(() => {
    photo.image.fill(0);
  });
  const best = bestOf(outcomes, rules);
  const ended = performance.now();
  return {
    ...best,
    frames: outcomes,
    timings: { decode: decoded - begun, compare: ended - decoded, total: ended - begun },
  };
};

const compareFrames = async (
  engine: CompareEngine,
  photo: ChipPhoto,
  frames: readonly Uint8Array[],
  rules: VerdictRules,
): Promise<readonly FrameOutcome[]> => {
  const outcomes: FrameOutcome[] = [];
  for (const [frame, image] of frames.entries())
    outcomes.push({ frame, ...(await compareFrame(engine, photo, image, rules)) });
  return outcomes;
};

/** The comparison that did best, judged. */
const bestOf = (
  outcomes: readonly FrameOutcome[],
  rules: VerdictRules,
): Pick<Verification, 'decision' | 'frame' | 'result'> => {
  const [first, ...others] = outcomes.flatMap((outcome) =>
    'result' in outcome ? [{ ...outcome, decision: decide(outcome.result, rules) }] : [],
  );
  if (first === undefined) throw new CompareFacesError('Error.NoFaceDetected', { which: 'target' });
  return others.reduce(
    (best, next) => (isBetter(next.decision, best.decision) ? next : best),
    first,
  );
};
