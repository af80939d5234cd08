import { describe, expect, it } from 'vitest';
import {
  bestThreshold,
  foldAccuracy,
  type ScoredPair,
} from '../../../main/evaluate/fold-accuracy.ts';

const pair = (isSame: boolean, cosine: number, fold?: number): ScoredPair => ({
  isSame,
  cosine,
  ...(fold !== undefined && { fold }),
});

describe('the best threshold', () => {
  it('lies halfway between the scores it parts', () => {
    expect(bestThreshold([pair(true, 0.75), pair(false, 0.25)])).toBe(0.5);
  });

  it('accepts the fewest mistakes where the kinds overlap', () => {
    const pairs = [
      pair(false, 0),
      pair(true, 0.25),
      pair(false, 0.375),
      pair(true, 0.625),
      pair(true, 0.75),
      pair(false, 0.125),
    ];
    // One genuine pair at 0.25 and one impostor at 0.375: either way one mistake; the upper is taken.
    expect(bestThreshold(pairs)).toBe(0.5);
  });

  it('cannot part equal scores', () => {
    const threshold = bestThreshold([pair(true, 0.5), pair(false, 0.5), pair(true, 0.5)]);
    expect(threshold).toBeLessThanOrEqual(0.5);
  });

  it('is any for pairs of one kind', () => {
    expect(foldAccuracy([pair(true, 0.2), pair(true, -Infinity)]).mean).toBe(1);
    expect(foldAccuracy([pair(false, 0.2), pair(false, 0.9)]).mean).toBe(1);
  });
});

describe('accuracy over folds', () => {
  it('judges each fold by the threshold of the others', () => {
    const pairs = [
      // Fold 1 alone would choose 0.3 and be right everywhere; the others say 0.6.
      pair(true, 0.4, 1),
      pair(false, 0.2, 1),
      ...[2, 3].flatMap((fold) => [pair(true, 0.7, fold), pair(false, 0.5, fold)]),
    ];
    const { folds, mean, standardDeviation } = foldAccuracy(pairs);
    expect(folds).toBe(3);
    // Fold 1: 0.4 < 0.6 is wrong, 0.2 right. Folds 2 and 3: the rest is best parted at 0.6.
    expect(mean).toBeCloseTo((0.5 + 1 + 1) / 3, 12);
    expect(standardDeviation).toBeCloseTo(Math.sqrt((4 / 9 / 4 + 1 / 36 + 1 / 36) / 2), 12);
  });

  it('says that without folds the threshold was chosen on the same pairs', () => {
    expect(foldAccuracy([pair(true, 0.7), pair(false, 0.2), pair(false, 0.8)])).toEqual({
      folds: 0,
      mean: 2 / 3,
      standardDeviation: 0,
    });
  });

  it('counts a missing face as "different people"', () => {
    const accuracy = foldAccuracy([
      pair(true, 0.7),
      pair(false, 0.2),
      pair(false, -Infinity),
      pair(true, -Infinity),
    ]);
    expect(accuracy.mean).toBe(0.75);
  });
});
