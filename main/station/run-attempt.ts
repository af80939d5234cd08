import type { CompareEngine } from '../compare/contract.ts';
import type { ChipPhoto } from '../photo/chip-photo-decoder.ts';
import { PhotoError } from '../photo/photo-error.ts';
import type { ReviewReason } from '../records/check-record.ts';
import { attemptOf, type Attempt } from './attempt.ts';
import { compareFrames } from './compare-frames.ts';
import type { CounterRules } from './counter-rules.ts';
import type { ChosenFrames } from './frame-chooser.ts';

export interface AttemptParts {
  /** The chip photo, decoded now or before. */
  readonly chipPhoto: () => Promise<ChipPhoto>;
  readonly engine: () => CompareEngine;
  readonly rules: Pick<CounterRules, 'far' | 'review' | 'attempts'>;
}

/**
 * Compares chosen frames with the chip photo, as one attempt, and judges the score.
 *
 * @returns undefined where the engine sees no face on the best frame: then it was no attempt.
 * @throws PhotoError when there is no chip photo; and what engine and rules throw.
 */
export const runAttempt = async (
  { chipPhoto, engine, rules }: AttemptParts,
  frames: ChosenFrames,
): Promise<Attempt | undefined> => {
  const { far, review, attempts } = rules;
  const judgedBy = { far, review, attempts };
  const compared = await compareFrames(engine(), await chipPhoto(), frames, judgedBy);
  return 'result' in compared ? attemptOf(compared.result, judgedBy) : undefined;
};

/** What an error that kept a comparison from happening gives a person to look into. */
export const reasonOf = (caught: unknown): ReviewReason =>
  caught instanceof PhotoError ? 'chip-photo-unreadable' : 'comparison-failed';
