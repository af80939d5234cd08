import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedAt,
  allowedAccepts,
  nextAbove,
  thresholdAtFar,
} from '../../../main/evaluate/roc.ts';

const sorted = (values: readonly number[]): { count: number; scores: Float32Array } => ({
  count: values.length,
  scores: Float32Array.from(values).sort().reverse(),
});

const scores = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 })
  // Few different values: ties are what goes wrong.
  .map((values) => sorted(values.map((value) => value / 64)));
const far = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('the threshold at a FAR', () => {
  it('lies just above the first score that must not pass', () => {
    const set = sorted([0.9, 0.75, 0.5, 0.25, 0, -0.25, -0.5, -0.75, -0.8, -0.9]);
    expect(thresholdAtFar(set, 0.2)).toBe(nextAbove(0.5));
    expect(thresholdAtFar(set, 0.25)).toBe(nextAbove(0.5));
    expect(thresholdAtFar(set, 0.3)).toBe(nextAbove(0.25));
  });

  it('lies above every score where none may pass', () => {
    expect(thresholdAtFar(sorted([0.5, 0.25]), 0.01)).toBe(nextAbove(0.5));
  });

  it('lets tied scores pass or fail together', () => {
    expect(thresholdAtFar(sorted([0.9, 0.5, 0.5, 0.1]), 0.5)).toBe(nextAbove(0.5));
  });

  it('keeps to the FAR, and any lower threshold does not', () => {
    fc.assert(
      fc.property(scores, far, (set, wanted) => {
        const threshold = thresholdAtFar(set, wanted);
        expect(acceptedAt(set.scores, threshold) / set.count).toBeLessThanOrEqual(wanted);
        const highestBelow = set.scores.find((score) => score < threshold) ?? -1;
        expect(acceptedAt(set.scores, highestBelow) / set.count).toBeGreaterThan(wanted);
        expect(nextAbove(highestBelow)).toBe(threshold);
      }),
    );
  });

  it('rises as the FAR falls', () => {
    fc.assert(
      fc.property(scores, far, far, (set, a, b) => {
        expect(thresholdAtFar(set, Math.min(a, b))).toBeGreaterThanOrEqual(
          thresholdAtFar(set, Math.max(a, b)),
        );
      }),
    );
  });

  it('needs no more scores than those above it', () => {
    const all = sorted(Array.from({ length: 1000 }, (_, i) => i / 1000));
    const top = { count: 1000, scores: all.scores.slice(0, 20) };
    expect(thresholdAtFar(top, 0.01)).toBe(thresholdAtFar(all, 0.01));
    expect(() => thresholdAtFar(top, 0.02)).toThrow(RangeError);
  });
});

describe('counting what passes', () => {
  it('counts scores from the threshold on', () => {
    const set = sorted([0.75, 0.5, 0.5, 0.25]);
    expect([1, 0.75, 0.6, 0.5, 0.25, -1].map((t) => acceptedAt(set.scores, t))).toEqual([
      0, 1, 1, 3, 4, 4,
    ]);
  });

  it('is not led astray by a product that rounds down', () => {
    expect(100 * 0.29).toBeLessThan(29);
    expect(allowedAccepts(100, 0.29)).toBe(29);
    expect(allowedAccepts(29_000, 0.0001)).toBe(2);
    expect(allowedAccepts(999, 0.001)).toBe(0);
  });
});

describe('the next single-precision number', () => {
  it.each([0, -0, 0.5, -0.5, 1, -1, 1.401298464324817e-45])(
    'after %d has nothing between',
    (value) => {
      const next = nextAbove(value);
      expect(next).toBeGreaterThan(value);
      const between = Math.fround((next + value) / 2);
      expect([Math.fround(value), next]).toContain(between + 0);
    },
  );
});
