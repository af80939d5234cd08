import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyTransform,
  fitSimilarity,
  invertTransform,
  scaleOf,
  type SimilarityTransform,
} from '../../../main/face/similarity-transform.ts';
import type { Point } from '../../../main/face/types.ts';

const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });
const point: fc.Arbitrary<Point> = fc.record({ x: number(-2000, 2000), y: number(-2000, 2000) });
const similarity: fc.Arbitrary<SimilarityTransform> = fc
  .record({ scale: number(0.05, 20), turn: number(-4, 4), at: point })
  .map(({ scale, turn, at }) => ({
    a: scale * Math.cos(turn),
    b: scale * Math.sin(turn),
    tx: at.x,
    ty: at.y,
  }));
/** Points of which at least two are well apart. */
const spreadPoints = fc
  .tuple(point, fc.array(point, { minLength: 1, maxLength: 6 }))
  .map(([first, others]) => [first, { x: first.x + 50, y: first.y - 20 }, ...others]);

const expectNear = (a: Point, b: Point, tolerance: number): void => {
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(tolerance);
};

describe('a similarity', () => {
  test('turns, enlarges and shifts a point', () => {
    // A quarter turn from x to y, twice as large, shifted by (10, 20).
    const transform = { a: 0, b: 2, tx: 10, ty: 20 };
    expect(applyTransform(transform, { x: 3, y: 1 })).toEqual({ x: 8, y: 26 });
    expect(scaleOf(transform)).toBe(2);
  });

  test('inverted takes every point back', () => {
    fc.assert(
      fc.property(similarity, point, (transform, at) => {
        const inverse = invertTransform(transform);
        expectNear(applyTransform(inverse, applyTransform(transform, at)), at, 1e-6);
        expectNear(applyTransform(transform, applyTransform(inverse, at)), at, 1e-6);
        expect(scaleOf(inverse) * scaleOf(transform)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('the fitted similarity', () => {
  test('of points that were moved by one is that one', () => {
    fc.assert(
      fc.property(similarity, spreadPoints, (transform, points) => {
        const fitted = fitSimilarity(
          points,
          points.map((at) => applyTransform(transform, at)),
        );
        expect(fitted.a).toBeCloseTo(transform.a, 8);
        expect(fitted.b).toBeCloseTo(transform.b, 8);
        for (const at of points)
          expectNear(applyTransform(fitted, at), applyTransform(transform, at), 1e-6);
      }),
    );
  });

  test('leaves no smaller error with any small change', () => {
    const errorOf = (
      t: SimilarityTransform,
      from: readonly Point[],
      to: readonly Point[],
    ): number =>
      from.reduce((sum, at, i) => {
        const moved = applyTransform(t, at);
        return sum + (moved.x - to[i]!.x) ** 2 + (moved.y - to[i]!.y) ** 2;
      }, 0);
    fc.assert(
      fc.property(
        spreadPoints,
        fc.array(point, { minLength: 8, maxLength: 8 }),
        (from, targets) => {
          const to = targets.slice(0, from.length);
          const fitted = fitSimilarity(from, to);
          const least = errorOf(fitted, from, to);
          for (const name of ['a', 'b', 'tx', 'ty'] as const)
            for (const change of [-1e-3, 1e-3]) {
              const other = { ...fitted, [name]: fitted[name] + change };
              expect(errorOf(other, from, to)).toBeGreaterThanOrEqual(least * (1 - 1e-9));
            }
        },
      ),
    );
  });

  test('of points in one place is not a number', () => {
    const one = { x: 3, y: 4 };
    expect(scaleOf(fitSimilarity([one, one], [one, { x: 5, y: 5 }]))).toBeNaN();
  });
});
