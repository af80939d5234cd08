import { bootstrapOverPeople, type Interval } from './bootstrap.ts';
import type { Comparisons } from './comparisons.ts';
import { createRandom } from './random.ts';
import {
  rejectionsByPerson,
  resampledFars,
  resampledFrrs,
  resampledThresholds,
} from './resampled-rates.ts';
import { acceptedAt, thresholdAtFar } from './roc.ts';

/** A number measured on some people, and how far it might be off on others like them. */
export interface Measured {
  readonly value: number;
  readonly interval95: Interval;
}

/** How intervals are found: the same settings give the same numbers. */
export interface Resampling {
  readonly replicates: number;
  readonly seed: number;
}

/**
 * The smallest cosine thresholds that keep to some FARs on this set.
 *
 * @param fars - lax to strict.
 * @returns nothing where no two different people were compared.
 */
export const thresholdsAtFars = (
  { people, impostors }: Comparisons,
  fars: readonly number[],
  resampling: Resampling,
): readonly Measured[] => {
  if (impostors.count === 0) return [];
  const thresholds = fars.map((far) => thresholdAtFar(impostors, far));
  return withIntervals(thresholds, people, resampling, (weights) =>
    resampledThresholds(impostors, weights, fars),
  );
};

/**
 * The share of comparisons of different people that reach some thresholds.
 *
 * @param thresholds - low to high; scores from the lowest on must have been kept.
 * @param each - what counts the same: each two photographs; or each two people, so that two with many
 * photographs who look alike weigh no more than others.
 * @returns nothing where no two different people were compared.
 */
export const farsAtThresholds = (
  { people, impostors }: Comparisons,
  thresholds: readonly number[],
  resampling: Resampling,
  each: 'photographs' | 'people' = 'photographs',
): readonly Measured[] => {
  if (impostors.count === 0) return [];
  const accepted = thresholds.map((threshold) => acceptedAt(impostors.scores, threshold));
  const once = new Float64Array(people).fill(1);
  const fars = resampledFars(impostors, once, accepted, each) ?? [];
  const measured = withIntervals(fars, people, resampling, (weights) =>
    resampledFars(impostors, weights, accepted, each),
  );
  const count = each === 'people' ? impostors.pairWeight(once) : impostors.count;
  return measured.map((rate) => ruleOfThree(rate, count));
};

/**
 * The share of comparisons of one person that stay below some thresholds; failures to find a face
 * count as below (ISO/IEC 19795-1: FRR, not FNMR). The interval is that of the FRR at these very
 * thresholds, which are what ships, not at thresholds found anew in each replicate.
 *
 * @returns nothing where nobody was compared with themselves.
 */
export const frrsAtThresholds = (
  { people, genuine }: Comparisons,
  thresholds: readonly number[],
  resampling: Resampling,
): readonly Measured[] => {
  const rejections = rejectionsByPerson(genuine, people, thresholds);
  const frrs = resampledFrrs(rejections, new Float64Array(people).fill(1)) ?? [];
  const measured = withIntervals(frrs, people, resampling, (weights) =>
    resampledFrrs(rejections, weights),
  );
  return measured.map((rate) => ruleOfThree(rate, genuine.scores.length));
};

/**
 * Where nothing went wrong, resampling finds nothing either, and the rate would seem to be surely 0.
 * None in n bounds it by 3 ÷ n at 95 % confidence (ISO/IEC 19795-1), if the comparisons were
 * independent; as they share people, rather higher.
 */
const ruleOfThree = (rate: Measured, comparisons: number): Measured =>
  rate.value === 0 ? { value: 0, interval95: [0, Math.min(1, 3 / comparisons)] } : rate;

const withIntervals = (
  values: readonly number[],
  people: number,
  { replicates, seed }: Resampling,
  statistic: (weights: Float64Array) => readonly number[] | undefined,
): readonly Measured[] => {
  const random = createRandom(seed);
  const intervals = bootstrapOverPeople(statistic, { people, replicates, random });
  return values.map((value, index) => ({ value, interval95: intervals[index] ?? [value, value] }));
};
