import { cosineOf } from '../face/types.ts';
import type { Comparisons, Embeddings } from './comparisons.ts';
import { TopScores } from './top-scores.ts';

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
    },
    genuine: {
      scores: Float32Array.from(genuineScores),
      personOf: Uint32Array.from(genuinePeople),
    },
  };
};
