import type { CompareFacesResult } from './contract.ts';
import {
  operatingThresholds,
  type OperatingThresholds,
  type VerdictRules,
} from './operating-thresholds.ts';
import { chancesOf, type Routing } from './routing.ts';
import { VerdictError } from './verdict-error.ts';

/** `review` means: a person decides. */
export const verdicts = ['fail', 'review', 'pass'] as const;
export type Verdict = (typeof verdicts)[number];

/** A verdict and everything it rests on. */
export interface Decision extends OperatingThresholds {
  readonly verdict: Verdict;
  readonly score: number;
  /** There where engines that have to agree did not: the verdict is then not that of the score. */
  readonly disagreed?: true;
}

/** The part of a comparison's result that a verdict is made of. */
export type JudgedResult = Pick<
  CompareFacesResult,
  'similarityScore' | 'confidenceThresholds' | 'operatingPoints' | 'routing'
>;

/**
 * Decides one attempt: `pass` from the threshold at the chosen FAR on, `review` from the threshold at
 * the next laxer one on, else `fail`.
 *
 * The verdict of several attempts is that of the better one ({@link isBetter}); the FAR has been
 * divided over them already, and over the chances of each. Engines that have to agree and come to
 * different verdicts leave it to a person, or fail where nobody is to be asked.
 *
 * @throws {VerdictError} `verdict.score-invalid`, `verdict.no-thresholds`, and those of
 * {@link operatingThresholds}
 *
 * @example
 * ```ts
 * decide(await engine.compareFaces(request), { far: parseFar('0.1%'), attempts: 3 }).verdict;
 * ```
 */
export const decide = (result: JudgedResult, rules: VerdictRules): Decision => {
  const { routing } = result;
  const divided = { ...rules, chances: chancesOf(routing?.rule) };
  const decision = decideAlone(result, divided);
  if (routing?.rule !== 'both-agree' || areOfOneMind(routing, divided)) return decision;
  return { ...decision, verdict: rules.review === false ? 'fail' : 'review', disagreed: true };
};

/** Whether an attempt does better than another: engines have scales of their own, so the verdict counts first. */
export const isBetter = (a: Decision, b: Decision): boolean => {
  const [rankOfA, rankOfB] = [verdicts.indexOf(a.verdict), verdicts.indexOf(b.verdict)];
  return rankOfA === rankOfB ? a.score > b.score : rankOfA > rankOfB;
};

/** The verdict of one engine, whatever others said. */
export const decideAlone = (
  result: Omit<JudgedResult, 'routing'>,
  rules: VerdictRules,
): Decision => {
  const score = result.similarityScore;
  if (!(score >= 0 && score <= 100)) throw new VerdictError('verdict.score-invalid');
  if (Object.keys(result.confidenceThresholds).length === 0) {
    throw new VerdictError('verdict.no-thresholds', { score });
  }
  const thresholds = operatingThresholds(result, rules);
  return { verdict: verdictOf(score, thresholds), score, ...thresholds };
};

const areOfOneMind = ({ answers }: Routing, rules: VerdictRules): boolean => {
  const found = answers.map((answer) =>
    'result' in answer ? decideAlone(answer.result, rules).verdict : undefined,
  );
  return found.every((verdict) => verdict !== undefined && verdict === found[0]);
};

const verdictOf = (score: number, { threshold, reviewThreshold }: OperatingThresholds): Verdict => {
  if (score >= threshold) return 'pass';
  return reviewThreshold !== undefined && score >= reviewThreshold ? 'review' : 'fail';
};
