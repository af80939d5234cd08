import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPairsFile } from '../../main/evaluate/pairs-file.ts';
import { cameraFrameOf, sampleFaces } from '../main/face/sample-faces.ts';
import type { BenchOptions } from './bench-options.ts';

/** Two photographs of one person, or of two. */
export interface BenchPair {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly isSame: boolean;
  readonly fold?: number;
}

/**
 * Pairs to measure accuracy on: at most so many, evenly taken from a list; without one, all pairs of
 * the four sample faces. Those are too few to tell good libraries apart.
 */
export const benchPairs = async (
  list: BenchOptions['pairs'],
  most: number,
): Promise<readonly BenchPair[]> => {
  if (list === undefined) return samplePairs();
  const { pairs } = await readPairsFile(list.file);
  const count = Math.min(most, pairs.length);
  const taken = Array.from(
    { length: count },
    (_, i) => pairs[Math.floor((i * pairs.length) / count)],
  );
  return Promise.all(
    taken.flatMap(async (pair) => {
      if (pair === undefined) throw new RangeError('A pair is missing.');
      const { source, target, ...rest } = pair;
      const [first, second] = await Promise.all(
        [source, target].map((name) => readFile(join(list.folder, name))),
      );
      if (first === undefined || second === undefined)
        throw new RangeError('A photograph is missing.');
      return { first, second, ...rest };
    }),
  );
};

const samplePairs = async (): Promise<readonly BenchPair[]> => {
  const people = Object.entries(sampleFaces).map(async ([name, face]) => ({
    person: name.slice(0, -1),
    frame: await cameraFrameOf(face),
  }));
  const all = await Promise.all(people);
  return all.flatMap((one, index) =>
    all.slice(index + 1).map((other) => ({
      first: one.frame,
      second: other.frame,
      isSame: one.person === other.person,
    })),
  );
};
