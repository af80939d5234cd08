import type { Random } from '../../../main/evaluate/random.ts';
import { pickSome } from './cluster-means.ts';

/** People, by number: those a method is made from, and those it is tried on. Nobody is in both. */
export interface Split {
  readonly made: Sides;
  readonly held: Sides;
}

interface Sides {
  readonly others: readonly number[];
  /** Of the named group. */
  readonly group: readonly number[];
}

/**
 * Divides people into those for making and those for trying: the others in halves, at random; the
 * named group, which is small, in folds of which one is held and the rest is for making.
 *
 * @returns one split for each fold of each repeat.
 */
export const disjointSplits = (
  people: Sides,
  { repeats, folds, random }: { repeats: number; folds: number; random: Random },
): readonly Split[] =>
  Array.from({ length: repeats }, () => {
    const others = pickSome(people.others, people.others.length, random);
    const group = pickSome(people.group, people.group.length, random);
    const half = Math.floor(others.length / 2);
    return Array.from({ length: folds }, (_, fold) => ({
      made: {
        others: others.slice(0, half),
        group: group.filter((__, index) => index % folds !== fold),
      },
      held: {
        others: others.slice(half),
        group: group.filter((__, index) => index % folds === fold),
      },
    }));
  }).flat();
