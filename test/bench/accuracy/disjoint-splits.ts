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

/** Parts of the named group, of which one is held and the others are for making. */
export const folds = 4;
/** So many repeats it takes until each two people of the group have been held together. */
const classes = folds + 1;

/**
 * Divides people into those for making and those for trying: the others in halves, at random; the
 * named group, which is small, in {@link folds} folds of which one is held and the rest is for making.
 *
 * Any five repeats, counted from the first, hold each two people of the group together at least once:
 * the group is dealt into 16 blocks, which are the points of the affine plane over the field of four
 * elements, and the folds of the five repeats are its lines. Any two points are on one line; those of one
 * block are on five.
 *
 * @returns one split for each fold of each repeat.
 */
export const disjointSplits = (
  people: Sides,
  { repeats, random }: { repeats: number; random: Random },
): readonly Split[] => {
  let group: readonly number[] = [];
  return Array.from({ length: repeats }, (_, repeat) => {
    const direction = repeat % classes;
    if (direction === 0) group = pickSome(people.group, people.group.length, random);
    const others = pickSome(people.others, people.others.length, random);
    const half = Math.floor(others.length / 2);
    return Array.from({ length: folds }, (__, fold) => ({
      made: {
        others: others.slice(0, half),
        group: group.filter((___, index) => foldOf(index, direction) !== fold),
      },
      held: {
        others: others.slice(half),
        group: group.filter((___, index) => foldOf(index, direction) === fold),
      },
    }));
  }).flat();
};

/** Which line of a direction a block lies on: y = slope · x + fold, or x = fold. */
const foldOf = (index: number, direction: number): number => {
  const block = index % (folds * folds);
  const [x, y] = [block >> 2, block & 3];
  return direction === folds ? x : y ^ (products[direction]?.[x] ?? 0);
};

/** Multiplication in the field of four elements, in which addition is the exclusive or. */
const products: readonly (readonly number[])[] = [
  [0, 0, 0, 0],
  [0, 1, 2, 3],
  [0, 2, 3, 1],
  [0, 3, 1, 2],
];
