import type { CardReading } from '../card/card-reading.ts';
import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareEngine, CompareFacesResult } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import { decide, isBetter, type Decision } from '../compare/verdict.ts';
import type { ChipPhoto, ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { compareFrames, type ComparedFrames } from './compare-frames.ts';
import type { ChosenFrames } from './frame-chooser.ts';
import { StationError } from './station-error.ts';

/** What a verification is done with. */
export interface VerificationParts {
  readonly decoder: Pick<ChipPhotoDecoder, 'decode'>;
  readonly engine: CompareEngine;
  /** The FAR of the whole transaction, and whether there is a review band. */
  readonly rules: Pick<VerdictRules, 'far' | 'review'>;
}

/** One moment's comparison with the chip photo, or why there was none; `frame` counts the moments from 0. */
export type FrameOutcome = ComparedFrames & { readonly frame: number };

/** A finished verification. It holds no image and no embedding. */
export interface Verification {
  readonly decision: Decision;
  /** The comparison the decision rests on: that of the best moment. */
  readonly result: CompareFacesResult;
  readonly frame: number;
  readonly frames: readonly FrameOutcome[];
  /** Milliseconds. */
  readonly timings: { readonly decode: number; readonly compare: number; readonly total: number };
}

/**
 * From a card that was read and frames of the guest to a verdict.
 *
 * Every moment is an attempt, whether of one frame or of several: the chosen FAR is divided over them,
 * and the best one decides. A moment without a face is no attempt that failed but one to leave out;
 * without a face in any of them there is no verdict.
 *
 * The decoded chip photo is overwritten afterwards; reading and frames are the caller's.
 *
 * @param moments - encoded camera frames of at least one moment.
 * @throws PhotoError when the chip photo cannot be decoded; card text and raw photo stay with `reading`.
 * @throws CompareFacesError `Error.NoFaceDetected` when no moment shows a face, or the chip photo none.
 * @throws FaceError, EngineError, VerdictError as the engine and the rules have it.
 */
export const verifyGuest = async (
  parts: VerificationParts,
  reading: Pick<CardReading, 'photo'>,
  moments: readonly ChosenFrames[],
): Promise<Verification> => {
  if (moments.length === 0) throw new StationError('station.no-frame');
  const begun = performance.now();
  const photo = await parts.decoder.decode(reading.photo);
  const decoded = performance.now();
  const rules = { ...parts.rules, attempts: moments.length };
  const outcomes = await compareMoments(parts.engine, photo, moments, rules).finally(() => {
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

const compareMoments = async (
  engine: CompareEngine,
  photo: ChipPhoto,
  moments: readonly ChosenFrames[],
  rules: VerdictRules,
): Promise<readonly FrameOutcome[]> => {
  const outcomes: FrameOutcome[] = [];
  for (const [frame, frames] of moments.entries())
    outcomes.push({ frame, ...(await compareFrames(engine, photo, frames, rules)) });
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
