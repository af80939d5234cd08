import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScoreMap } from '../../../main/compare/score-map.ts';
import { point, samplePoints } from './sample-calibration.ts';

const points = fc
  .uniqueArray(fc.integer({ min: -998, max: 998 }), { minLength: 3, maxLength: 3 })
  .map((values) => {
    const [lax = 0, middle = 0, strict = 0] = values.sort((a, b) => a - b);
    return [
      point(0.01, lax / 1000 + 0.0001),
      point(0.001, middle / 1000 + 0.0001),
      point(0.0001, strict / 1000 + 0.0001),
    ];
  });
const cosine = fc.double({ min: -1, max: 1, noNaN: true });

describe('the map from cosine to score', () => {
  it('puts the thresholds at exactly 70, 80 and 90', () => {
    fc.assert(
      fc.property(points, (table) => {
        const { toScore } = createScoreMap(table);
        expect(table.map(({ threshold }) => toScore(threshold))).toEqual([70, 80, 90]);
      }),
    );
  });

  it('goes from 0 to 100 and not beyond', () => {
    const { toScore } = createScoreMap(samplePoints);
    expect([-1.5, -1, 1, 1.5].map(toScore)).toEqual([0, 0, 100, 100]);
  });

  it('is straight between the thresholds', () => {
    const { toScore } = createScoreMap(samplePoints);
    expect(toScore(0.45)).toBeCloseTo(75, 12);
    expect(toScore(-0.3)).toBeCloseTo(35, 12);
    expect(toScore(0.8)).toBeCloseTo(95, 12);
  });

  it('rises: of two cosines the larger has the larger score', () => {
    fc.assert(
      fc.property(points, cosine, cosine, (table, a, b) => {
        const { toScore } = createScoreMap(table);
        // Closer together than this, two cosines may share a floating-point score.
        if (Math.abs(a - b) > 1e-12) expect(toScore(a) < toScore(b)).toBe(a < b);
        else expect(toScore(Math.min(a, b))).toBeLessThanOrEqual(toScore(Math.max(a, b)));
      }),
    );
  });

  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(points, cosine, (table, value) => {
        const { toScore, toCosine } = createScoreMap(table);
        expect(toCosine(toScore(value))).toBeCloseTo(value, 9);
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity])('has no score for %s', (value) => {
    const map = createScoreMap(samplePoints);
    expect(() => map.toScore(value)).toThrow(RangeError);
    expect(() => map.toCosine(value)).toThrow(RangeError);
  });
});
