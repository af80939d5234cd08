import { bootstrapOverPeople, type Interval } from '../../../main/evaluate/bootstrap.ts';
import { createRandom } from '../../../main/evaluate/random.ts';
import type { SideResult } from './measure-method.ts';

/** How much more of the genuine comparisons pass than with another method. */
export interface TarDifference {
  readonly value: number;
  readonly interval95: Interval;
}

/**
 * The TAR of one method less that of another, at equal FAR, with a paired bootstrap over people: both are
 * drawn alike. The thresholds are held fast, so that their own uncertainty is not in the interval.
 *
 * @returns a difference for each FAR.
 */
export const tarDifference = (
  one: SideResult,
  other: SideResult,
  seed: number,
): readonly TarDifference[] => {
  const people = [...one.genuineAtEqualFar].map(([person, counts]) => ({
    counts,
    otherCounts: other.genuineAtEqualFar.get(person) ?? [],
  }));
  const difference = (weights: ArrayLike<number>): readonly number[] | undefined => {
    const [total = 0, ...passed] = sum(
      people.map(({ counts }) => counts),
      weights,
    );
    const [otherTotal = 0, ...otherPassed] = sum(
      people.map(({ otherCounts }) => otherCounts),
      weights,
    );
    if (total === 0 || otherTotal === 0) return undefined;
    return passed.map((count, index) => count / total - (otherPassed[index] ?? 0) / otherTotal);
  };
  const intervals = bootstrapOverPeople(difference, {
    people: people.length,
    replicates: 1000,
    random: createRandom(seed),
  });
  const values = difference(new Float64Array(people.length).fill(1)) ?? [];
  return values.map((value, index) => ({
    value,
    interval95: intervals[index] ?? [value, value],
  }));
};

const sum = (rows: readonly (readonly number[])[], weights: ArrayLike<number>): number[] => {
  const sums: number[] = [];
  rows.forEach((row, person) => {
    const weight = weights[person] ?? 0;
    if (weight > 0) row.forEach((count, i) => (sums[i] = (sums[i] ?? 0) + weight * count));
  });
  return sums;
};
