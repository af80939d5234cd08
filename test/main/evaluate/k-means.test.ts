import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterByDirection, meanOf, unitLength } from '../../../main/evaluate/k-means.ts';
import { createRandom } from '../../../main/evaluate/random.ts';
import { at } from './vectors.ts';

describe('clusters of directions', () => {
  const bundles = [at(0), at(4), at(8), at(120), at(124), at(240), at(236), at(244)];

  it('are those that lie together', () => {
    const found = clusterByDirection(bundles, 3, createRandom(1));
    const sorted = found.map((members) => [...members].sort()).sort((a, b) => a[0]! - b[0]!);
    expect(sorted).toEqual([
      [0, 1, 2],
      [3, 4],
      [5, 6, 7],
    ]);
  });

  it('hold every vector once, and are the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 359 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 1000 }),
        (degrees, count, seed) => {
          const vectors = degrees.map(at);
          const found = clusterByDirection(vectors, count, createRandom(seed));
          expect(found.flat().sort((a, b) => a - b)).toEqual([...vectors.keys()]);
          expect(clusterByDirection(vectors, count, createRandom(seed))).toEqual(found);
        },
      ),
    );
  });

  it('are no more than there are vectors', () => {
    expect(clusterByDirection([at(1), at(90)], 5, createRandom(1))).toHaveLength(2);
  });
});

describe('a mean', () => {
  it('is that of the members only', () => {
    expect([...meanOf([0, 2], [at(0), at(77), at(90)])!]).toEqual([
      expect.closeTo(0.5, 6),
      expect.closeTo(0.5, 6),
    ]);
  });

  it('of nobody there is none', () => {
    expect(meanOf([], [at(0)])).toBeUndefined();
  });

  it('has a direction of length 1', () => {
    expect(Math.hypot(...unitLength(Float64Array.of(3, 4)))).toBeCloseTo(1, 6);
  });
});
