import { bootstrapOverPeople, type Interval } from './bootstrap.ts';
import type { Comparisons, GenuineComparisons } from './comparisons.ts';
import { isSupported } from './measured-fars.ts';
import type { Resampling } from './measured.ts';
import { createRandom } from './random.ts';
import { resampledThresholds } from './resampled-rates.ts';
import { acceptedAt, thresholdAtFar } from './roc.ts';

/**
 * One point of a DET curve (ISO/IEC 19795-1). Both rates are of comparisons that took place: a face
 * that was not found is a failure to acquire, and in neither.
 */
export interface DetPoint {
  /** Share of impostor comparisons that pass, at most. */
  readonly fmr: number;
  readonly threshold: number;
  /** Share of genuine comparisons that do not. */
  readonly fnmr: number;
  /** Of the FNMR at this FMR, both found anew in each replicate of the bootstrap over people. */
  readonly fnmrInterval95: Interval;
}

/** Where a threshold that ships lies on this set. */
export interface OperatingPoint {
  /** The FAR it is for. */
  readonly far: number;
  readonly threshold: number;
  readonly fmr: number;
  readonly fnmr: number;
}

/** What a set of comparisons shows at all thresholds. */
export interface DetCurve {
  /**
   * Failures to acquire: share of genuine comparisons in which a face was not found. With it FAR is
   * FMR · (1 − FTA), and FRR is FTA + FNMR · (1 − FTA).
   */
  readonly fta: number;
  /** Strict to lax. */
  readonly points: readonly DetPoint[];
  readonly operating: readonly OperatingPoint[];
}

/** From 0.001 % to 10 %, eight to a decade. */
const fmrs = Array.from({ length: 33 }, (_, index) => 10 ** (-5 + index / 8));

/** A band needs fewer replicates than a stated interval; it takes all scores, not the highest alone. */
const mostReplicates = 200;

/** Replicates shift weight among scores: so many times the share of a FMR must have been kept. */
const keptBeyond = 1.5;

/**
 * The DET curve of a set of comparisons, as far as the set is large enough and its scores were kept.
 *
 * @param shipped - thresholds to place on it.
 * @param directions - 2 if each pair of photographs was compared both ways.
 */
export const detCurve = (
  { people, impostors, genuine }: Comparisons,
  shipped: readonly Pick<OperatingPoint, 'far' | 'threshold'>[],
  { replicates, seed }: Resampling,
  directions = 1,
): DetCurve => {
  const ranked = rankedGenuine(genuine);
  const fta = 1 - ranked.scores.length / Math.max(1, genuine.scores.length);
  if (impostors.count === 0 || ranked.scores.length === 0)
    return { fta, points: [], operating: [] };
  const kept = impostors.scores.length / impostors.count;
  const measurable = fmrs.filter(
    (fmr) =>
      isSupported(fmr, impostors.count / directions) && (kept === 1 || fmr * keptBeyond <= kept),
  );
  const everyone = new Float64Array(people).fill(1);
  const intervals = bootstrapOverPeople(
    (weights) => {
      const thresholds = resampledThresholds(impostors, weights, measurable.toReversed());
      return thresholds && fnmrsAt(ranked, weights, thresholds.toReversed());
    },
    { people, replicates: Math.min(replicates, mostReplicates), random: createRandom(seed) },
  );
  const thresholds = measurable.map((fmr) => thresholdAtFar(impostors, fmr));
  const fnmrs = fnmrsAt(ranked, everyone, thresholds) ?? [];
  return {
    fta,
    points: measurable.map((fmr, index) => ({
      fmr,
      threshold: thresholds[index] ?? NaN,
      fnmr: fnmrs[index] ?? NaN,
      fnmrInterval95: intervals[index] ?? [NaN, NaN],
    })),
    operating: shipped.map(({ far, threshold }) => ({
      far,
      threshold,
      fmr: acceptedAt(impostors.scores, threshold) / impostors.count,
      fnmr: fnmrsAt(ranked, everyone, [threshold])?.[0] ?? NaN,
    })),
  };
};

/** The genuine comparisons that took place, high to low. */
const rankedGenuine = ({ scores, personOf }: GenuineComparisons): GenuineComparisons => {
  const order = [...scores.keys()]
    .filter((index) => scores[index] !== -Infinity)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return {
    scores: Float32Array.from(order, (index) => scores[index] ?? 0),
    personOf: Uint32Array.from(order, (index) => personOf[index] ?? 0),
  };
};

/**
 * The FNMRs at some thresholds, high to low, when people count as often as they were drawn.
 *
 * @returns undefined if nobody with a genuine comparison was drawn.
 */
const fnmrsAt = (
  { scores, personOf }: GenuineComparisons,
  weights: Float64Array,
  thresholds: readonly number[],
): readonly number[] | undefined => {
  const total = personOf.reduce((sum, person) => sum + (weights[person] ?? 0), 0);
  if (total === 0) return undefined;
  let [matched, next] = [0, 0];
  return thresholds.map((threshold) => {
    for (; next < scores.length && (scores[next] ?? 0) >= threshold; next++)
      matched += weights[personOf[next] ?? 0] ?? 0;
    return 1 - matched / total;
  });
};
