/** A pair with its cosine: −∞ where a face was not found, which counts as "different people". */
export interface ScoredPair {
  readonly isSame: boolean;
  readonly cosine: number;
  readonly fold?: number;
}

/** Share of pairs decided rightly, by the protocol of Labeled Faces in the Wild (View 2). */
export interface Accuracy {
  /** Number of folds; 0 if the list has none, and then the threshold was chosen on the same pairs. */
  readonly folds: number;
  readonly mean: number;
  /** Of the folds' accuracies (n − 1); 0 without folds. */
  readonly standardDeviation: number;
}

/**
 * The accuracy of "same from this cosine on". With folds, each is decided with the threshold that
 * decides the others best; without, by the threshold that decides these very pairs best, which
 * flatters.
 */
export const foldAccuracy = (pairs: readonly ScoredPair[]): Accuracy => {
  const folds = [...new Set(pairs.map(({ fold }) => fold))];
  if (folds.length < 2) {
    return { folds: 0, mean: accuracyAt(pairs, bestThreshold(pairs)), standardDeviation: 0 };
  }
  const accuracies = folds.map((fold) => {
    const threshold = bestThreshold(pairs.filter((pair) => pair.fold !== fold));
    return accuracyAt(
      pairs.filter((pair) => pair.fold === fold),
      threshold,
    );
  });
  const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / folds.length;
  const squares = accuracies.reduce((sum, accuracy) => sum + (accuracy - mean) ** 2, 0);
  return { folds: folds.length, mean, standardDeviation: Math.sqrt(squares / (folds.length - 1)) };
};

/**
 * The threshold that decides most pairs rightly: halfway between the two neighbouring scores. Of
 * several equally good ones the middle one is taken.
 */
export const bestThreshold = (pairs: readonly ScoredPair[]): number => {
  const sorted = pairs.toSorted((a, b) => a.cosine - b.cosine);
  let right = sorted.filter(({ isSame }) => isSame).length;
  let best = right;
  let thresholds = [-Infinity];
  sorted.forEach(({ isSame, cosine }, index) => {
    // Raising the threshold past this score turns its pair from "same" to "different".
    right += isSame ? -1 : 1;
    const next = sorted[index + 1]?.cosine ?? Infinity;
    if (next === cosine || right < best) return;
    if (right > best) thresholds = [];
    best = right;
    thresholds.push(between(cosine, next));
  });
  return thresholds[thresholds.length >> 1] ?? -Infinity;
};

const between = (low: number, high: number): number => {
  if (low === -Infinity) return high;
  return high === Infinity ? Infinity : (low + high) / 2;
};

const accuracyAt = (pairs: readonly ScoredPair[], threshold: number): number => {
  const right = pairs.filter(({ isSame, cosine }) => isSame === cosine >= threshold);
  return right.length / pairs.length;
};
