import type { CompareFacesResult, OperatingPoint } from '../compare/contract.ts';
import { judgeRouting, type JudgedRouting } from '../compare/judge-routing.ts';
import { operatingThresholds, type VerdictRules } from '../compare/operating-thresholds.ts';
import { chancesOf } from '../compare/routing.ts';
import { VerdictError } from '../compare/verdict-error.ts';
import { decide, isBetter, type Decision } from '../compare/verdict.ts';
import type { ErrorDocument } from '../errors/witness-error.ts';

/** One comparison of the chip photo with the frames of a moment, and what its score is to be read on. */
export interface Attempt {
  readonly decision: Decision;
  /** Which engine said so. */
  readonly engine: string;
  /** Id of the calibration behind the thresholds, where the engine tells it. */
  readonly calibration?: string;
  /** How many frames the score is from, where the engine tells it. */
  readonly framesUsed?: number;
  /** What this machine's engine made of the best frame alone, 0 to 100; absent where it was not asked. */
  readonly targetScore?: number;
  /** Thresholds of one attempt at every offered FAR, lax to strict. */
  readonly scale: readonly OperatingPoint[];
  /** The engine that should have answered, and what kept it from it. */
  readonly fellBackFrom?: FallBack;
  /** The rule that chose the engine and what each engine said, where more than this machine may compare. */
  readonly routing?: JudgedRouting;
}

export interface FallBack {
  readonly engine: string;
  readonly error: ErrorDocument;
}

/** How an attempt is judged. */
export type AttemptRules = Required<Omit<VerdictRules, 'chances'>>;

/** The part of a comparison's result an attempt is made of. */
export type AttemptSource = Pick<
  CompareFacesResult,
  | 'similarityScore'
  | 'confidenceThresholds'
  | 'operatingPoints'
  | 'engine'
  | 'calibration'
  | 'framesUsed'
  | 'targetScore'
  | 'routing'
> & { readonly fellBackFrom?: FallBack };

/**
 * Judges one comparison.
 *
 * @throws VerdictError as `decide` does.
 */
export const attemptOf = (result: AttemptSource, rules: AttemptRules): Attempt => {
  const targetScore = targetScoreOf(result);
  return {
    decision: decide(result, rules),
    engine: result.engine,
    ...(result.calibration !== undefined && { calibration: result.calibration }),
    ...(result.framesUsed !== undefined && { framesUsed: result.framesUsed }),
    ...(targetScore !== undefined && { targetScore }),
    scale: scaleOf(result, rules.attempts),
    ...(result.fellBackFrom && { fellBackFrom: result.fellBackFrom }),
    ...(result.routing && { routing: judgeRouting(result.routing, rules) }),
  };
};

/** This machine's own, whoever had the last word. */
const targetScoreOf = ({ targetScore, routing }: AttemptSource): number | undefined =>
  targetScore ??
  routing?.answers
    .map((answer) => ('result' in answer ? answer.result.targetScore : undefined))
    .find((score) => score !== undefined);

/** Of two attempts the better one: it decides (ISO/IEC 19795-1, best of several attempts). */
export const betterOf = (best: Attempt | undefined, next: Attempt): Attempt =>
  best === undefined || isBetter(next.decision, best.decision) ? next : best;

/** What one attempt must reach at each offered FAR; one whose share was not measured has no place on it. */
const scaleOf = (result: AttemptSource, attempts: number): readonly OperatingPoint[] => {
  const shares = { attempts, chances: chancesOf(result.routing?.rule) };
  const offered = Object.keys(result.confidenceThresholds).map(Number);
  return offered
    .toSorted((a, b) => b - a)
    .flatMap((far) => {
      try {
        return [{ far, threshold: operatingThresholds(result, { far, ...shares }).threshold }];
      } catch (caught) {
        if (caught instanceof VerdictError && caught.code === 'verdict.far-not-measured') return [];
        throw caught;
      }
    });
};
