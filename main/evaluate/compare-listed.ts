import { cosineOf } from '../face/types.ts';
import type { Comparisons, Embeddings } from './comparisons.ts';
import { TopScores, type RankedScores } from './top-scores.ts';

/** One pair of a list, as indices. */
export interface IndexedPair {
  readonly isSame: boolean;
  readonly source: number;
  readonly target: number;
}

/** The cosine of a pair; −∞ where a face was not found. */
export const cosineOfPair = (
  pair: IndexedPair,
  sources: Embeddings,
  targets: Embeddings,
): number => {
  const source = sources[pair.source];
  const target = targets[pair.target];
  return source === undefined || target === undefined ? -Infinity : cosineOf(source, target);
};

/**
 * Scores the pairs of a list, and only those.
 *
 * @param sources - embeddings of the photographs as sources; the same as `targets` unless one side is
 * squeezed through a simulated chip.
 * @param personOf - person of each photograph.
 */
export const compareListed = (
  pairs: readonly IndexedPair[],
  sources: Embeddings,
  targets: Embeddings,
  personOf: Uint32Array,
  people: number,
): Comparisons => {
  const ranked = new TopScores(pairs.length);
  const genuineScores: number[] = [];
  const genuinePeople: number[] = [];
  for (const pair of pairs) {
    const cosine = cosineOfPair(pair, sources, targets);
    const person = personOf[pair.source] ?? 0;
    if (pair.isSame) {
      genuineScores.push(cosine);
      genuinePeople.push(person);
    } else if (cosine !== -Infinity) {
      ranked.add(cosine, person, personOf[pair.target] ?? 0);
    }
  }
  const impostors = ranked.ranked();
  const counts = countPairs(impostors, people);
  return {
    people,
    impostors: {
      ...impostors,
      count: impostors.scores.length,
      totalWeight: (weights) =>
        impostors.first.reduce(
          (sum, first, index) =>
            sum + (weights[first] ?? 0) * (weights[impostors.second[index] ?? 0] ?? 0),
          0,
        ),
      countBetween: (first, second) => counts.get(pairKey(first, second, people)) ?? 0,
      pairWeight: (weights) => {
        let sum = 0;
        for (const key of counts.keys())
          sum += (weights[Math.floor(key / people)] ?? 0) * (weights[key % people] ?? 0);
        return sum;
      },
    },
    genuine: {
      scores: Float32Array.from(genuineScores),
      personOf: Uint32Array.from(genuinePeople),
    },
  };
};

/** One number for two people, whichever comes first. */
const pairKey = (first: number, second: number, people: number): number =>
  Math.min(first, second) * people + Math.max(first, second);

const countPairs = ({ first, second }: RankedScores, people: number): Map<number, number> => {
  const counts = new Map<number, number>();
  first.forEach((one, index) => {
    const key = pairKey(one, second[index] ?? 0, people);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
};
