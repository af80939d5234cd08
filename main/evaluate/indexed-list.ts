import { compareAll } from './compare-all.ts';
import type { IndexedPair } from './compare-listed.ts';
import type { Comparisons } from './comparisons.ts';
import type { EmbeddedPhotographs } from './embed-all.ts';
import type { PairsList } from './pairs-list.ts';
import { peopleOfPairs, type PeopleOfPairs } from './people-of-pairs.ts';

/** Which side of a pair goes through the simulated chip photo. */
export type ChipSide = 'source' | 'target' | undefined;

/** A pair as indices of photographs, with its fold. */
export interface ListedIndices extends IndexedPair {
  readonly fold?: number;
}

/** A list of pairs with its photographs numbered, so that each is embedded once. */
export interface IndexedList {
  readonly people: PeopleOfPairs;
  readonly pairs: readonly ListedIndices[];
  /** The photographs that are needed as chip photos. */
  readonly chipPhotographs: ReadonlySet<number>;
}

/** Numbers the photographs of a list. */
export const indexPairs = (list: PairsList, chip: ChipSide): IndexedList => {
  const people = peopleOfPairs(list);
  const numbers = new Map(people.paths.map((path, index) => [path, index]));
  const pairs = list.pairs.map(({ source, target, ...pair }) => ({
    ...pair,
    source: numbers.get(source) ?? 0,
    target: numbers.get(target) ?? 0,
  }));
  return {
    people,
    pairs,
    chipPhotographs: new Set(chip === undefined ? [] : pairs.map((pair) => pair[chip])),
  };
};

/**
 * Compares every photograph of a list with every other, beyond the pairs it names. With a chip, those
 * of the chip's side with those of the other.
 */
export const compareRoles = (
  pairs: readonly ListedIndices[],
  { people: { personOf, people } }: IndexedList,
  { full, chip: chipEmbeddings }: EmbeddedPhotographs,
  settings: {
    readonly chip: ChipSide;
    readonly largestFar: number;
    readonly keepFrom: number;
    readonly onProgress: (share: number) => void;
  },
): Comparisons => {
  const { chip, ...rest } = settings;
  const photographsOf = (...sides: readonly ('source' | 'target')[]): readonly number[] =>
    [...new Set(pairs.flatMap((pair) => sides.map((side) => pair[side])))].sort((a, b) => a - b);
  if (chip === undefined) {
    const rowPhotographs = photographsOf('source', 'target');
    return compareAll({ rows: full, rowPhotographs, personOf, people, ...rest });
  }
  return compareAll({
    rows: chipEmbeddings,
    columns: full,
    rowPhotographs: photographsOf(chip),
    columnPhotographs: photographsOf(chip === 'source' ? 'target' : 'source'),
    personOf,
    people,
    ...rest,
  });
};
