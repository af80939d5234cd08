import { leastPeoplePerGroup, type Centring, type CentringGroup } from '../compare/centring.ts';
import type { Embeddings } from './comparisons.ts';
import { EvaluateError } from './evaluate-error.ts';
import { clusterByDirection, meanOf, unitLength } from './k-means.ts';
import { createRandom } from './random.ts';

/** People who are known to be of one population. */
export interface NamedGroup {
  readonly name: string;
  /** Their numbers. */
  readonly people: readonly number[];
}

/** Which groups are to be centred. */
export interface GroupsToFind {
  readonly named: readonly NamedGroup[];
  /** Into how many groups those in no named one are parted. */
  readonly clusters: number;
}

/**
 * β, and how much of the mean of a group found without labels is taken off. Chosen on halves of people
 * who share no identity, from among those in docs/decisions/0022.
 */
const sharpness = 10;
const shareOfFound = 0.25;

/** A mean that one person moves further than this would say something about them. */
const largestPullAllowed = 0.1;

/**
 * Finds what the faces of some groups have in common: the mean of each named one, and of the clusters
 * of all other people, which need no labels. Each person counts once, with the mean of their photographs.
 *
 * Clusters of fewer than {@link leastPeoplePerGroup} people are not made; then there are fewer of them.
 *
 * @throws {EvaluateError} `evaluate.group-too-small`, `evaluate.group-shows-person`
 */
export const findGroups = (
  embeddings: Embeddings,
  personOf: Uint32Array,
  { named, clusters }: GroupsToFind,
  seed: number,
): Centring => {
  const faces = faceOfEachPerson(embeddings, personOf);
  const vectors = [...faces.values()];
  const people = [...faces.keys()];
  const inNamed = new Set(named.flatMap((group) => group.people));
  const others = people.flatMap((person, index) => (inNamed.has(person) ? [] : [index]));
  const groups = named.map(({ name, people: own }) => {
    const wanted = new Set(own);
    const members = people.flatMap((person, index) => (wanted.has(person) ? [index] : []));
    if (members.length < leastPeoplePerGroup) throw tooSmall(name, members.length);
    return toGroup(name, 1, members, vectors);
  });
  const found = partOthers(others, vectors, clusters, seed).map((members, index) =>
    toGroup(`others-${index + 1}`, shareOfFound, members, vectors),
  );
  return {
    sharpness,
    groups: [...found, ...groups],
    recipe: `mean of one embedding per person (the mean of their photographs); ${found.length} clusters of the people in no named group by k-means with the cosine, seed ${seed}`,
  };
};

const tooSmall = (name: string, people: number): EvaluateError =>
  new EvaluateError('evaluate.group-too-small', { name, people, least: leastPeoplePerGroup });

/** The direction of the mean of each person's photographs. */
const faceOfEachPerson = (
  embeddings: Embeddings,
  personOf: Uint32Array,
): ReadonlyMap<number, Float32Array> => {
  const sums = new Map<number, Float64Array>();
  embeddings.forEach((embedding, photograph) => {
    if (embedding === undefined) return;
    const person = personOf[photograph] ?? 0;
    const sum = sums.get(person) ?? new Float64Array(embedding.length);
    embedding.forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + value;
    });
    sums.set(person, sum);
  });
  return new Map([...sums].map(([person, sum]) => [person, unitLength(sum)]));
};

const partOthers = (
  others: readonly number[],
  vectors: readonly Float32Array[],
  clusters: number,
  seed: number,
): readonly (readonly number[])[] => {
  const faces = others.map((index) => vectors[index] ?? new Float32Array());
  for (let count = clusters; count > 0; count--) {
    const parts = clusterByDirection(faces, count, createRandom(seed));
    if (parts.every((part) => part.length >= leastPeoplePerGroup))
      return parts.map((part) => part.map((index) => others[index] ?? 0));
  }
  if (clusters === 0) return [];
  throw tooSmall('others', others.length);
};

const toGroup = (
  name: string,
  share: number,
  members: readonly number[],
  vectors: readonly Float32Array[],
): CentringGroup => {
  const mean = meanOf(members, vectors) ?? new Float64Array();
  const largestPull = largestPullOf(members, vectors, mean);
  if (largestPull > largestPullAllowed)
    throw new EvaluateError('evaluate.group-shows-person', { name, pull: largestPull.toFixed(3) });
  return {
    name,
    people: members.length,
    share,
    largestPull: round(largestPull, 4),
    mean: Array.from(mean, (value) => round(value, 5)),
  };
};

/**
 * How much nearer the mean is to the one it is nearest to because that person is in it. Without them it
 * would be the mean of all others, which knows nothing of them.
 */
const largestPullOf = (
  members: readonly number[],
  vectors: readonly Float32Array[],
  mean: Float64Array,
): number => {
  const count = members.length;
  const pulls = members.map((member) => {
    const own = vectors[member] ?? new Float32Array();
    const withoutThem = mean.map((value, i) => (value * count - (own[i] ?? 0)) / (count - 1));
    return cosine(own, mean) - cosine(own, withoutThem);
  });
  return Math.max(0, ...pulls);
};

const cosine = (a: Float32Array, b: Float64Array): number => {
  const product = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return product / Math.hypot(...a) / Math.hypot(...b);
};

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
