import { createCentre, leastPeoplePerGroup, type Centre } from '../../../main/compare/centring.ts';
import { findGroups } from '../../../main/evaluate/find-groups.ts';
import type { Random } from '../../../main/evaluate/random.ts';
import { clusterMeans, meanOf } from './cluster-means.ts';
import { firstOfEach, symmetric, type Method, type Training } from './method.ts';

/** What is taken off, and how. */
export interface CentringChoice {
  /** Clusters of the others, found without labels. */
  readonly clusters: number;
  /** How much of a cluster's mean is taken off. */
  readonly share: number;
  /** How much of the named group's; undefined: it has no mean of its own, but is clustered with the others. */
  readonly groupShare: number | undefined;
  /** Default 10. */
  readonly sharpness?: number;
}

/** The means of the photographs of one kind, as the product takes them off. */
export const makeCentre = (
  training: Training,
  choice: CentringChoice,
  random: Random,
  side: 'full' | 'chip' = 'full',
): Centre => {
  const { clusters, share, groupShare, sharpness = 10 } = choice;
  const others = firstOfEach(training.others, side);
  const group = firstOfEach(training.group, side);
  const found = clusterMeans(
    groupShare === undefined ? [...others, ...group] : others,
    clusters,
    random,
  );
  const groups = found.map((mean, index) => ({ name: `others-${index + 1}`, mean, share }));
  if (groupShare !== undefined)
    groups.push({ name: 'group', mean: meanOf(group), share: groupShare });
  return createCentre({
    sharpness,
    recipe: 'bench',
    groups: groups.map(({ name, mean, share: taken }) => ({
      name,
      share: taken,
      people: leastPeoplePerGroup,
      largestPull: 0,
      mean: [...mean],
    })),
  });
};

/** Group centring (`main/compare/centring.ts`) with the same means for all photographs. */
export const centring = (name: string, choice: CentringChoice): Method => ({
  name,
  make: (training, random) => {
    const centre = makeCentre(training, choice, random);
    return symmetric((embedding) => centre(embedding));
  },
});

/** The same with means of their own for chip photos. */
export const centringByKind = (name: string, choice: CentringChoice): Method => ({
  name,
  make: (training, random) => {
    const full = makeCentre(training, choice, random);
    const chip = makeCentre(training, choice, random, 'chip');
    return symmetric((embedding, type) => (type === 'IDPic' ? chip : full)(embedding));
  },
});

/** Group centring exactly as `witness calibrate` makes it: each person counts with all photographs. */
export const calibratedCentring = (name: string): Method => ({
  name,
  make: ({ others, group }, random) => {
    const photographs = [...others, ...group].flatMap(({ full }, person) =>
      full.map((embedding) => ({ embedding, person })),
    );
    const centring = findGroups(
      photographs.map(({ embedding }) => embedding),
      Uint32Array.from(photographs, ({ person }) => person),
      {
        named: [{ name: 'group', people: group.map((_, index) => others.length + index) }],
        clusters: 3,
      },
      Math.floor(random() * 1000),
    );
    const centre = createCentre(centring);
    return symmetric((embedding) => centre(embedding));
  },
});
