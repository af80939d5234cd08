import type { GenuineComparisons, ImpostorComparisons } from './comparisons.ts';
import { nextAbove } from './roc.ts';

/**
 * The thresholds at some FARs when people count as often as they were drawn: the weighted form of
 * `thresholdAtFar`.
 *
 * If a replicate would need a score below those kept, the lowest kept stands in for it.
 *
 * @param fars - lax to strict.
 * @returns undefined if no comparison of two different people was drawn.
 */
export const resampledThresholds = (
  impostors: ImpostorComparisons,
  weights: Float64Array,
  fars: readonly number[],
): readonly number[] | undefined => {
  const total = impostors.totalWeight(weights);
  if (total === 0) return undefined;
  const { scores, first, second } = impostors;
  const thresholds = fars.map(() => nextAbove(scores.at(-1) ?? -1));
  let accepted = 0;
  let next = fars.length - 1;
  for (let i = 0; i < scores.length && next >= 0; i++) {
    accepted += (weights[first[i] ?? 0] ?? 0) * (weights[second[i] ?? 0] ?? 0);
    while (next >= 0 && accepted > total * (fars[next] ?? 0) * (1 + 1e-12)) {
      thresholds[next] = nextAbove(scores[i] ?? 0);
      next--;
    }
  }
  return thresholds;
};

/**
 * The FARs at fixed thresholds when people count as often as they were drawn.
 *
 * @param accepted - how many of the ranked scores reach each threshold; thresholds low to high.
 * @param each - what counts the same: each two photographs, or each two people, however many
 * comparisons they have.
 * @returns undefined if no comparison of two different people was drawn.
 */
export const resampledFars = (
  impostors: ImpostorComparisons,
  weights: Float64Array,
  accepted: readonly number[],
  each: 'photographs' | 'people' = 'photographs',
): readonly number[] | undefined => {
  const isByPeople = each === 'people';
  const total = isByPeople ? impostors.pairWeight(weights) : impostors.totalWeight(weights);
  if (total === 0) return undefined;
  const { first, second } = impostors;
  let sum = 0;
  let next = 0;
  const fars = accepted.toReversed().map((count) => {
    for (; next < count; next++) {
      const [one, other] = [first[next] ?? 0, second[next] ?? 0];
      const weight = (weights[one] ?? 0) * (weights[other] ?? 0);
      if (weight > 0) sum += isByPeople ? weight / impostors.countBetween(one, other) : weight;
    }
    return sum / total;
  });
  return fars.reverse();
};

/** Genuine comparisons added up by person, which is all that resampling people needs. */
export interface RejectionsByPerson {
  /** Genuine comparisons of each person. */
  readonly attempts: Float64Array;
  /** For each threshold, how many of them are turned away. */
  readonly rejected: readonly Float64Array[];
}

/** Adds up the genuine comparisons of each person that stay below some thresholds. */
export const rejectionsByPerson = (
  { scores, personOf }: GenuineComparisons,
  people: number,
  thresholds: readonly number[],
): RejectionsByPerson => {
  const attempts = new Float64Array(people);
  const rejected = thresholds.map(() => new Float64Array(people));
  scores.forEach((score, index) => {
    const person = personOf[index] ?? 0;
    attempts[person] = (attempts[person] ?? 0) + 1;
    thresholds.forEach((threshold, which) => {
      const counts = rejected[which];
      if (counts !== undefined && score < threshold) counts[person] = (counts[person] ?? 0) + 1;
    });
  });
  return { attempts, rejected };
};

/**
 * The FRRs at fixed thresholds when people count as often as they were drawn.
 *
 * @returns undefined if nobody with a genuine comparison was drawn.
 */
export const resampledFrrs = (
  { attempts, rejected }: RejectionsByPerson,
  weights: Float64Array,
): readonly number[] | undefined => {
  const total = weightedSum(attempts, weights);
  if (total === 0) return undefined;
  return rejected.map((counts) => weightedSum(counts, weights) / total);
};

const weightedSum = (values: Float64Array, weights: Float64Array): number =>
  values.reduce((sum, value, person) => sum + value * (weights[person] ?? 0), 0);
