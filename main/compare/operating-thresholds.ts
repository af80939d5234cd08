import type { CompareFacesResult, OperatingPoint } from './contract.ts';
import { formatFar, isFarAtMost } from './far.ts';
import { VerdictError } from './verdict-error.ts';

/** How strictly a guest is to be judged. */
export interface VerdictRules {
  /** The FAR of the whole transaction: one the engine offers. */
  readonly far: number;
  /** Photographs or retries one guest may use, 1 to {@link maximumAttempts}. Default 1. */
  readonly attempts?: number;
  /** Ways in which one attempt may pass (`chancesOf` its route). Default 1. */
  readonly chances?: number;
  /** Whether scores just below go to a person instead of failing. Default true. */
  readonly review?: boolean;
}

/** More tries than this are no verification; it also keeps a slip of the keyboard from being a rule. */
export const maximumAttempts = 100;

/** What the rules come to for one comparison. */
export interface OperatingThresholds {
  /** The FAR of the whole transaction, as chosen. */
  readonly far: number;
  readonly attempts: number;
  /** `far` ÷ `attempts`, and ÷ the chances of each: what one comparison may take of it. */
  readonly farPerAttempt: number;
  /** The measured FAR used: the largest that is no laxer than `farPerAttempt`. */
  readonly farApplied: number;
  /** Scores from here on pass. */
  readonly threshold: number;
  /** Scores from here up to `threshold` go to a person. Absent when there is no review band. */
  readonly reviewThreshold?: number;
}

/** The part of a comparison's result that says what its scores mean. */
export type ThresholdSource = Pick<CompareFacesResult, 'confidenceThresholds' | 'operatingPoints'>;

/**
 * The thresholds of one attempt.
 *
 * A stranger who may try k times gets through with at most k times the FAR of one try, so each try
 * gets the chosen FAR ÷ k (ISO/IEC 19795-1 tells attempt from transaction). Only measured operating
 * points are used; nothing is interpolated. The review band, from the next laxer offered FAR, is
 * divided in the same way.
 *
 * @throws {VerdictError} `verdict.far-not-offered`, `verdict.attempts-invalid`,
 * `verdict.far-not-measured`, `verdict.thresholds-invalid`
 */
export const operatingThresholds = (
  { confidenceThresholds, operatingPoints }: ThresholdSource,
  { far, attempts = 1, chances = 1, review = true }: VerdictRules,
): OperatingThresholds => {
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > maximumAttempts) {
    throw new VerdictError('verdict.attempts-invalid', { attempts, maximum: maximumAttempts });
  }
  const offered = laxToStrict(
    Object.entries(confidenceThresholds).map(([key, threshold]) => ({
      far: Number(key),
      threshold,
    })),
  );
  const measured = laxToStrict([
    ...offered,
    ...operatingPoints.filter((point) => offered.every((known) => known.far !== point.far)),
  ]);
  const chosen = offered.findIndex((point) => point.far === far);
  if (chosen === -1) {
    const data = { far: formatFar(far), offered: offered.map((point) => formatFar(point.far)) };
    throw new VerdictError('verdict.far-not-offered', data);
  }
  const shares = attempts * chances;
  const applied = pointFor(measured, far / shares);
  if (applied === undefined) throw notMeasured(far, shares, offered, measured);
  const laxer = review ? offered[chosen - 1] : undefined;
  const reviewed = laxer && pointFor(measured, laxer.far / shares);
  return {
    far,
    attempts,
    farPerAttempt: far / shares,
    farApplied: applied.far,
    threshold: applied.threshold,
    ...(reviewed !== undefined && { reviewThreshold: reviewed.threshold }),
  };
};

/** Sorts points and refuses what would let a stricter FAR pass more. */
const laxToStrict = (points: readonly OperatingPoint[]): readonly OperatingPoint[] => {
  const sorted = points.toSorted((a, b) => b.far - a.far);
  const isUsable = sorted.every(({ far, threshold }, index) => {
    const laxer = sorted[index - 1];
    if (!(far > 0 && far < 1) || !Number.isFinite(threshold)) return false;
    return laxer === undefined || threshold >= laxer.threshold;
  });
  if (!isUsable) throw new VerdictError('verdict.thresholds-invalid');
  return sorted;
};

/** The laxest measured point that is strict enough. */
const pointFor = (measured: readonly OperatingPoint[], far: number): OperatingPoint | undefined =>
  measured.find((point) => isFarAtMost(point.far, far));

const notMeasured = (
  far: number,
  attempts: number,
  offered: readonly OperatingPoint[],
  measured: readonly OperatingPoint[],
): VerdictError => {
  const possible = offered
    .filter((point) => pointFor(measured, point.far / attempts) !== undefined)
    .map((point) => formatFar(point.far));
  return new VerdictError('verdict.far-not-measured', {
    far: formatFar(far),
    attempts,
    needed: formatFar(far / attempts),
    possible: possible.length === 0 ? '–' : possible,
  });
};
