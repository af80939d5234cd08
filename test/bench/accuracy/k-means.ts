import type { Random } from '../../../main/evaluate/random.ts';

/** Rounds of reassigning; LFW settles in fewer. */
const rounds = 50;

/**
 * The centres of `k` clusters of directions: each point belongs to the centre it has the largest cosine
 * with, each centre is the mean of its points, not made unit length again.
 *
 * @param points - of unit length; at least `k`.
 */
export const kMeans = (
  points: readonly Float32Array[],
  k: number,
  random: Random,
): readonly Float64Array[] => {
  let centres: readonly Float64Array[] = pickSome(points, k, random).map((point) =>
    Float64Array.from(point),
  );
  let assigned: readonly number[] = [];
  for (let round = 0; round < rounds; round++) {
    const directions = centres.map(unit);
    const next = points.map((point) => nearest(directions, point));
    if (next.every((cluster, index) => cluster === assigned[index])) break;
    assigned = next;
    centres = centres.map((_, cluster) => {
      const own = points.filter((__, index) => next[index] === cluster);
      const [stray] = pickSome(points, 1, random);
      return meanOf(own.length > 0 ? own : [stray ?? new Float32Array()]);
    });
  }
  return centres;
};

/** The mean of some vectors. */
export const meanOf = (vectors: readonly ArrayLike<number>[]): Float64Array => {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  return sum.map((value) => value / vectors.length);
};

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

const unit = (vector: Float64Array): Float64Array => {
  const size = Math.hypot(...vector);
  return vector.map((value) => value / size);
};

const nearest = (directions: readonly Float64Array[], point: Float32Array): number => {
  let best = 0;
  let highest = -Infinity;
  directions.forEach((direction, index) => {
    const cosine = dot(direction, point);
    if (cosine <= highest) return;
    highest = cosine;
    best = index;
  });
  return best;
};
