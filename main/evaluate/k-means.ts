import type { Random } from './random.ts';

/** Enough for a few thousand faces to settle; another round moves hardly any. */
const rounds = 50;

/**
 * Parts vectors of unit length into clusters by direction (k-means with the cosine). Each begins at a
 * vector drawn at random; one that loses all its vectors begins anew.
 *
 * @param count - how many clusters, at most as many as there are vectors.
 * @returns for each cluster the indices of its vectors; one may be empty.
 */
export const clusterByDirection = (
  vectors: readonly Float32Array[],
  count: number,
  random: Random,
): readonly (readonly number[])[] => {
  const draw = (): Float32Array =>
    vectors[Math.floor(random() * vectors.length)] ?? new Float32Array();
  let centres = drawDistinct(vectors, count, random);
  let nearest: Int32Array = new Int32Array(vectors.length).fill(-1);
  for (let round = 0; round < rounds; round++) {
    const directions = centres.map(unitLength);
    const next = Int32Array.from(vectors, (vector) => nearestOf(vector, directions));
    const isSettled = next.every((cluster, index) => cluster === nearest[index]);
    nearest = next;
    if (isSettled) break;
    centres = centres.map((_, cluster) => meanOf(membersOf(nearest, cluster), vectors) ?? draw());
  }
  return centres.map((_, cluster) => membersOf(nearest, cluster));
};

/** The mean of some vectors; undefined of none. */
export const meanOf = (
  members: readonly number[],
  vectors: readonly Float32Array[],
): Float64Array | undefined => {
  const [first] = members;
  if (first === undefined) return undefined;
  const mean = new Float64Array(vectors[first]?.length ?? 0);
  for (const member of members)
    vectors[member]?.forEach((value, i) => {
      mean[i] = (mean[i] ?? 0) + value / members.length;
    });
  return mean;
};

/** A vector of the same direction and of length 1. */
export const unitLength = (vector: Float32Array | Float64Array): Float32Array => {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => value / length);
};

const membersOf = (nearest: Int32Array, cluster: number): readonly number[] =>
  [...nearest.keys()].filter((index) => nearest[index] === cluster);

const nearestOf = (vector: Float32Array, directions: readonly Float32Array[]): number => {
  let [best, highest] = [0, -Infinity];
  directions.forEach((direction, cluster) => {
    let sum = 0;
    for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (direction[i] ?? 0);
    if (sum > highest) [best, highest] = [cluster, sum];
  });
  return best;
};

const drawDistinct = (
  vectors: readonly Float32Array[],
  count: number,
  random: Random,
): readonly (Float32Array | Float64Array)[] => {
  const remaining = [...vectors.keys()];
  return Array.from({ length: Math.min(count, vectors.length) }, () => {
    const [drawn = 0] = remaining.splice(Math.floor(random() * remaining.length), 1);
    return vectors[drawn] ?? new Float32Array();
  });
};
