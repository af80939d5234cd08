import {
  largestPullAllowed,
  leastPeoplePerGroup,
  mostGroups,
  type Centring,
  type CentringGroup,
} from '../compare/centring.ts';
import type { Embeddings } from './comparisons.ts';
import { EvaluateError } from './evaluate-error.ts';
import {
  assertGroupsPossible,
  assertLargeEnough,
  nameOfFound,
  type GroupsToFind,
} from './groups-to-find.ts';
import { clusterByDirection, meanOf, unitLength } from './k-means.ts';
import { noiseForMean, noiseTimesPeople } from './mean-noise.ts';
import { createRandom } from './random.ts';

/** β. Chosen on halves of people who share no identity, from among those in docs/decisions/0022. */
const sharpness = 10;
/**
 * How much of the mean of a group found without labels is taken off, chosen likewise. Beside a named
 * group nothing: the found ones then only tell who is not of it, as more costs hits.
 */
const shareOfFound = { alone: 0.25, besideNamed: 0 } as const;

/**
 * Finds what the faces of some groups have in common: the mean of each named one, and of the clusters
 * of all other people, which need no labels. Each person counts once, with the mean of their photographs.
 * Each mean gets noise, so that of two that share most of their people nobody can be read out
 * ({@link noiseForMean}).
 *
 * Clusters of fewer than {@link leastPeoplePerGroup} people are left out.
 *
 * @throws {EvaluateError} those of {@link assertGroupsPossible}, and `evaluate.group-shows-person`
 */
export const findGroups = (
  embeddings: Embeddings,
  personOf: Uint32Array,
  wanted: GroupsToFind,
  seed: number,
): Centring => {
  assertGroupsPossible(wanted);
  const { named } = wanted;
  const faces = faceOfEachPerson(embeddings, personOf);
  const vectors = [...faces.values()];
  const people = [...faces.keys()];
  const inNamed = new Set(named.flatMap((group) => group.people));
  const others = people.flatMap((person, index) => (inNamed.has(person) ? [] : [index]));
  const groups = named.map(({ name, people: own }) => {
    const members = new Set(own);
    return toGroup(
      name,
      1,
      people.flatMap((person, index) => (members.has(person) ? (vectors[index] ?? []) : [])),
    );
  });
  const clusters = Math.min(
    wanted.clusters,
    Math.floor(others.length / leastPeoplePerGroup),
    mostGroups - named.length,
  );
  // Without any group there is nothing to centre; beside a named one, few others are no reason to stop.
  if (named.length === 0) assertLargeEnough('others', others.length);
  const share = named.length === 0 ? shareOfFound.alone : shareOfFound.besideNamed;
  const found = partOthers(
    others.flatMap((index) => vectors[index] ?? []),
    clusters,
    seed,
  ).map((members, index) => toGroup(nameOfFound(index), share, members));
  return {
    sharpness,
    groups: [...found, ...groups],
    recipe: `mean of one embedding per person (the mean of their photographs), and Gaussian noise of length ${noiseTimesPeople} ÷ people from a SHA-256 of these embeddings; the people in no named group in ${clusters} clusters by k-means with the cosine, seed ${seed}, of which ${found.length} have ${leastPeoplePerGroup} people or more`,
  };
};

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

/** The clusters that are large enough; with no more of them than the others allow, there is one. */
const partOthers = (
  others: readonly Float32Array[],
  clusters: number,
  seed: number,
): readonly (readonly Float32Array[])[] =>
  clusterByDirection(others, clusters, createRandom(seed))
    .filter((part) => part.length >= leastPeoplePerGroup)
    .map((part) => part.flatMap((index) => others[index] ?? []));

const toGroup = (name: string, share: number, members: readonly Float32Array[]): CentringGroup => {
  assertLargeEnough(name, members.length);
  const noise = noiseForMean(members);
  const exact = meanOf([...members.keys()], members) ?? new Float64Array();
  const mean = exact.map((value, i) => round(value + (noise[i] ?? 0), 5));
  const largestPull = largestPullOf(members, mean);
  if (largestPull > largestPullAllowed)
    throw new EvaluateError('evaluate.group-shows-person', { name, pull: largestPull.toFixed(3) });
  return {
    name,
    people: members.length,
    share,
    largestPull: round(largestPull, 4),
    mean: [...mean],
  };
};

/**
 * How much nearer the mean is to the one it is nearest to because that person is in it. Without them it
 * would be the mean of all others, with the same noise.
 */
const largestPullOf = (members: readonly Float32Array[], mean: Float64Array): number => {
  const count = members.length;
  const pulls = members.map((own) => {
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
