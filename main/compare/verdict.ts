import type { CompareFacesResult } from './contract.ts';
import {
  operatingThresholds,
  type OperatingThresholds,
  type VerdictRules,
} from './operating-thresholds.ts';
import { VerdictError } from './verdict-error.ts';

/** `review` means: a person decides. */
export const verdicts = ['fail', 'review', 'pass'] as const;
export type Verdict = (typeof verdicts)[number];

/** A verdict and everything it rests on. */
export interface Decision extends OperatingThresholds {
  readonly verdict: Verdict;
  readonly score: number;
}

/**
 * Decides one attempt: `pass` from the threshold at the chosen FAR on, `review` from the threshold at
 * the next laxer one on, else `fail`.
 *
 * The verdict of several attempts is that of the one with the highest score; the FAR has been divided
 * over them already.
 *
 * @throws {VerdictError} `verdict.score-invalid`, and those of {@link operatingThresholds}
 *
 * @example
 * ```ts
 * decide(await engine.compareFaces(request), { far: parseFar('0.1%'), attempts: 3 }).verdict;
 * ```
 */
export const decide = (
  result: Pick<CompareFacesResult, 'similarityScore' | 'confidenceThresholds' | 'operatingPoints'>,
  rules: VerdictRules,
): Decision => {
  const thresholds = operatingThresholds(result, rules);
  const score = result.similarityScore;
  if (!(score >= 0 && score <= 100)) throw new VerdictError('verdict.score-invalid');
  return { verdict: verdictOf(score, thresholds), score, ...thresholds };
};

const verdictOf = (score: number, { threshold, reviewThreshold }: OperatingThresholds): Verdict => {
  if (score >= threshold) return 'pass';
  return reviewThreshold !== undefined && score >= reviewThreshold ? 'review' : 'fail';
};
