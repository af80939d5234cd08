import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastDifference } from '../../../main/drift/share-difference.ts';

const z = 1.959964;

describe('the least difference of two shares', () => {
  // Newcombe 1998, table II, method 10: 95 % intervals.
  it.each([
    [56, 70, 48, 80, 0.0524],
    [9, 10, 3, 10, 0.1705],
    [6, 7, 2, 7, 0.0582],
    [5, 56, 0, 29, -0.0381],
    [0, 10, 0, 20, -0.1611],
    [0, 10, 0, 10, -0.2775],
    [10, 10, 0, 20, 0.6791],
    [10, 10, 0, 10, 0.6075],
  ])('of %i in %i and %i in %i is as published', (a, ofA, b, ofB, least) => {
    expect(leastDifference({ hits: a, of: ofA, z }, { hits: b, of: ofB, z })).toBeCloseTo(least, 4);
  });

  it('is never more than the difference that was seen, and nears it with more of each', () => {
    const counts = fc
      .nat(50)
      .chain((of) => fc.record({ of: fc.constant(of + 1), hits: fc.nat(of + 1) }));
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const seen = a.hits / a.of - b.hits / b.of;
        const times = (factor: number) =>
          leastDifference(
            { hits: a.hits * factor, of: a.of * factor, z },
            { hits: b.hits * factor, of: b.of * factor, z },
          );
        expect(times(1)).toBeLessThanOrEqual(times(100) + 1e-12);
        expect(times(100)).toBeLessThanOrEqual(seen + 1e-12);
        expect(times(1e8)).toBeCloseTo(seen, 3);
      }),
    );
  });
});
