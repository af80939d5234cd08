import { clusterByDirection, meanOf as meanOfMembers } from '../../../main/evaluate/k-means.ts';
import type { Random } from '../../../main/evaluate/random.ts';

/**
 * The means of `count` clusters of directions, not made unit length again.
 *
 * @param points - of unit length; at least `count`.
 */
export const clusterMeans = (
  points: readonly Float32Array[],
  count: number,
  random: Random,
): readonly Float64Array[] =>
  clusterByDirection(points, count, random).flatMap(
    (members) => meanOfMembers(members, points) ?? [],
  );

/** The mean of some vectors. */
export const meanOf = (vectors: readonly Float32Array[]): Float64Array =>
  meanOfMembers([...vectors.keys()], vectors) ?? new Float64Array();

/** Some of a list, each at most once, in random order. */
export const pickSome = <Item>(items: readonly Item[], count: number, random: Random): Item[] => {
  const left = [...items];
  const picked: Item[] = [];
  while (picked.length < count && left.length > 0)
    picked.push(...left.splice(Math.floor(random() * left.length), 1));
  return picked;
};

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
