import { posix } from 'node:path';
import type { PairsList } from './pairs-list.ts';

/** Who is on the photographs of a pairs list, as far as the list tells. */
export interface PeopleOfPairs {
  readonly people: number;
  /** Distinct photographs, in the order they first appear. */
  readonly paths: readonly string[];
  /** Person of each photograph, 0 to `people` − 1. */
  readonly personOf: Uint32Array;
  /**
   * `folder`: each person has a folder, so any two photographs can be told to be of one person or of
   * two. `pairs`: only the genuine pairs tell who is the same; photographs they do not link count as
   * different people when resampling, and nothing beyond the listed pairs can be compared.
   */
  readonly knownBy: 'folder' | 'pairs';
}

/**
 * Finds the people of a list: by folder, as in Labeled Faces in the Wild, if every photograph lies in
 * one and no pair contradicts it; else by what its genuine pairs link.
 */
export const peopleOfPairs = (list: PairsList): PeopleOfPairs => {
  const paths = [...new Set(list.pairs.flatMap(({ source, target }) => [source, target]))];
  const byFolder = isByFolder(list);
  const groups = byFolder ? paths.map(folderOf) : linkedGroups(list, paths);
  const numbers = new Map([...new Set(groups)].map((group, person) => [group, person]));
  return {
    people: numbers.size,
    paths,
    personOf: Uint32Array.from(groups, (group) => numbers.get(group) ?? 0),
    knownBy: byFolder ? 'folder' : 'pairs',
  };
};

/** A list without a genuine pair proves nothing: its folders may as well be "cards" and "frames". */
const isByFolder = ({ pairs }: PairsList): boolean =>
  pairs.some(({ isSame }) => isSame) &&
  pairs.every(
    ({ isSame, source, target }) =>
      folderOf(source) !== '.' &&
      folderOf(target) !== '.' &&
      isSame === (folderOf(source) === folderOf(target)),
  );

const folderOf = (path: string): string => posix.dirname(path.replaceAll('\\', '/'));

/** For each photograph, the first photograph it is linked with by genuine pairs (union–find). */
const linkedGroups = (list: PairsList, paths: readonly string[]): readonly string[] => {
  const parents = new Map(paths.map((path) => [path, path]));
  const rootOf = (path: string): string => {
    let root = path;
    for (let parent = parents.get(root); parent !== undefined && parent !== root;) {
      parents.set(path, parent);
      root = parent;
      parent = parents.get(root);
    }
    return root;
  };
  for (const { isSame, source, target } of list.pairs) {
    if (isSame) parents.set(rootOf(target), rootOf(source));
  }
  return paths.map(rootOf);
};
