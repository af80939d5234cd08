import { offeredFars, type CompareFacesResult, type OperatingPoint } from '../compare/contract.ts';
import { operatingThresholds, type VerdictRules } from '../compare/operating-thresholds.ts';
import { VerdictError } from '../compare/verdict-error.ts';
import { decide, verdicts, type Decision } from '../compare/verdict.ts';
import type { ErrorDocument } from '../errors/witness-error.ts';

/** One comparison of the chip photo with a frame, and what its score is to be read on. */
export interface Attempt {
  readonly decision: Decision;
  /** Which engine said so. */
  readonly engine: string;
  /** Id of the calibration behind the thresholds, where the engine tells it. */
  readonly calibration?: string;
  /** Thresholds of one attempt at every offered FAR, lax to strict. */
  readonly scale: readonly OperatingPoint[];
  /** The engine that should have answered, and what kept it from it. */
  readonly fellBackFrom?: FallBack;
}

export interface FallBack {
  readonly engine: string;
  readonly error: ErrorDocument;
}

/** The part of a comparison's result an attempt is made of. */
export type AttemptSource = Pick<
  CompareFacesResult,
  'similarityScore' | 'confidenceThresholds' | 'operatingPoints' | 'engine' | 'calibration'
> & { readonly fellBackFrom?: FallBack };

/**
 * Judges one comparison.
 *
 * @throws VerdictError as `decide` does.
 */
export const attemptOf = (result: AttemptSource, rules: Required<VerdictRules>): Attempt => ({
  decision: decide(result, rules),
  engine: result.engine,
  ...(result.calibration !== undefined && { calibration: result.calibration }),
  scale: scaleOf(result, rules.attempts),
  ...(result.fellBackFrom && { fellBackFrom: result.fellBackFrom }),
});

/**
 * Of two attempts the better one, which decides (ISO/IEC 19795-1, best of several attempts): the one
 * with the higher verdict, and else with the higher score. The verdict comes first because after a fall
 * back two engines have answered, and a score is only read on its own engine's scale.
 */
export const betterOf = (best: Attempt | undefined, next: Attempt): Attempt => {
  if (best === undefined) return next;
  const ahead = rankOf(best) - rankOf(next) || best.decision.score - next.decision.score;
  return ahead >= 0 ? best : next;
};

const rankOf = ({ decision }: Attempt): number => verdicts.indexOf(decision.verdict);

/** What one attempt must reach at each offered FAR; one whose share was not measured has no place on it. */
const scaleOf = (result: AttemptSource, attempts: number): readonly OperatingPoint[] =>
  offeredFars.map(Number).flatMap((far) => {
    try {
      return [{ far, threshold: operatingThresholds(result, { far, attempts }).threshold }];
    } catch (caught) {
      if (caught instanceof VerdictError && caught.code === 'verdict.far-not-measured') return [];
      throw caught;
    }
  });
