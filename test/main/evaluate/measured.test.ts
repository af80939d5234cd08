import { describe, expect, it } from 'vitest';
import type { Comparisons } from '../../../main/evaluate/comparisons.ts';
import {
  farsAtThresholds,
  frrsAtThresholds,
  thresholdsAtFars,
} from '../../../main/evaluate/measured.ts';
import {
  rejectionsByPerson,
  resampledFars,
  resampledFrrs,
  resampledThresholds,
} from '../../../main/evaluate/resampled-rates.ts';
import { nextAbove } from '../../../main/evaluate/roc.ts';

/** Ten impostor scores among four people, 0.9 down to 0; three people with genuine scores. */
const impostorPairs: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 3],
  [1, 3],
  [2, 3],
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 3],
];
const sample = (scores: readonly number[] = []): Comparisons => ({
  people: 4,
  impostors: {
    count: 10,
    scores: Float32Array.from(impostorPairs, (_, index) => (9 - index) / 10),
    first: Uint32Array.from(impostorPairs, ([first]) => first),
    second: Uint32Array.from(impostorPairs, ([, second]) => second),
    totalWeight: (weights) =>
      impostorPairs.reduce((sum, [a, b]) => sum + weights[a]! * weights[b]!, 0),
    countBetween: (first, second) =>
      impostorPairs.filter(([a, b]) => a + b === first + second && a * b === first * second).length,
    pairWeight: (weights) =>
      impostorPairs.slice(0, 6).reduce((sum, [a, b]) => sum + weights[a]! * weights[b]!, 0),
  },
  genuine: {
    scores: Float32Array.from(scores),
    personOf: Uint32Array.from(scores, (_, index) => Math.min(index, 2)),
  },
});
const genuine = [0.95, 0.75, 0.55, 0.35, -Infinity];
const resampling = { replicates: 200, seed: 1 };
const justAbove = (tenths: number): number => nextAbove(Math.fround(tenths / 10));

describe('measuring', () => {
  it('finds thresholds at FARs, lax to strict', () => {
    const thresholds = thresholdsAtFars(sample(), [0.5, 0.2, 0.01], resampling);
    expect(thresholds.map(({ value }) => value)).toEqual([4, 7, 9].map(justAbove));
    for (const { value, interval95 } of thresholds) {
      expect(interval95[0]).toBeLessThanOrEqual(value);
      expect(interval95[1]).toBeGreaterThanOrEqual(value);
    }
  });

  it('finds FARs at thresholds', () => {
    const fars = farsAtThresholds(sample(), [0.35, 0.75], resampling);
    expect(fars.map(({ value }) => value)).toEqual([0.6, 0.2]);
  });

  it('finds FARs of people, each two of them counting once however often they were compared', () => {
    const fars = farsAtThresholds(sample(), [0.35, 0.75, 0.99], resampling, 'people');
    // Of six pairs of people: those of 0–1 and of 0–2 pass with one of two comparisons each; with the
    // lower threshold also 1–2 and 0–3 with one of two, 1–3 and 2–3 with their only one.
    expect(fars.map(({ value }) => value)).toEqual([
      expect.closeTo(4 / 6),
      expect.closeTo(1 / 6),
      0,
    ]);
    expect(fars[2]?.interval95).toEqual([0, 0.5]);
    for (const { value, interval95 } of fars) {
      expect(interval95[0]).toBeLessThanOrEqual(value);
      expect(interval95[1]).toBeGreaterThanOrEqual(value);
    }
  });

  it('finds FRRs, and counts a missing face as turned away', () => {
    const frrs = frrsAtThresholds(sample(genuine), [-1, 0.5, 0.9], resampling);
    expect(frrs.map(({ value }) => value)).toEqual([0.2, 0.4, 0.8]);
  });

  it('repeats itself with the same seed', () => {
    const measure = (seed: number): unknown =>
      farsAtThresholds(sample(), [0.15, 0.35, 0.65], { replicates: 7, seed });
    expect(measure(3)).toEqual(measure(3));
    expect(measure(3)).not.toEqual(measure(4));
  });

  it('bounds a rate of 0 by the rule of three', () => {
    expect(farsAtThresholds(sample(), [0.99], resampling)).toEqual([
      { value: 0, interval95: [0, 0.3] },
    ]);
    expect(frrsAtThresholds(sample([0.9]), [0.5], resampling)).toEqual([
      { value: 0, interval95: [0, 1] },
    ]);
  });

  it('measures nothing on nothing', () => {
    const empty = sample();
    const none = {
      ...empty,
      impostors: { ...empty.impostors, count: 0, scores: new Float32Array() },
    };
    expect(thresholdsAtFars(none, [0.1], resampling)).toEqual([]);
    expect(farsAtThresholds(none, [0.5], resampling)).toEqual([]);
    expect(frrsAtThresholds(none, [0.5], resampling)).toEqual([]);
  });
});

describe('people who count more than once', () => {
  const { impostors } = sample();

  it('move the threshold to where their share of the comparisons is', () => {
    // Person 0 drawn twice, person 3 not at all: 0–1 and 0–2 count 2, 1–2 counts 1, together 10.
    // From the top: 0.9 (2), 0.8 (2), 0.7 (1), then 0.6 to 0.4 nothing, 0.3 (2) …
    const weights = Float64Array.of(2, 1, 1, 0);
    expect(impostors.totalWeight(weights)).toBe(10);
    expect(resampledThresholds(impostors, weights, [0.5, 0.4, 0.2, 0.1])).toEqual(
      [3, 7, 8, 9].map(justAbove),
    );
  });

  it('move the FAR at a threshold', () => {
    // The upper 3, 6 and 7 scores weigh 5, 5 and 7 of 10.
    const weights = Float64Array.of(2, 1, 1, 0);
    expect(resampledFars(impostors, weights, [7, 6, 3])).toEqual([0.7, 0.5, 0.5]);
  });

  it('move the FRR at a threshold', () => {
    // Person 0: one passes; person 1: one passes; person 2: 0.55 passes, 0.35 and the missing face not.
    const rejections = rejectionsByPerson(sample(genuine).genuine, 4, [0.5]);
    expect(resampledFrrs(rejections, Float64Array.of(1, 1, 1, 1))).toEqual([2 / 5]);
    expect(resampledFrrs(rejections, Float64Array.of(2, 2, 0, 0))).toEqual([0]);
    expect(resampledFrrs(rejections, Float64Array.of(1, 0, 3, 0))).toEqual([6 / 10]);
  });

  it('tell nothing when only one person was drawn', () => {
    const weights = Float64Array.of(0, 0, 0, 4);
    expect(resampledThresholds(impostors, weights, [0.1])).toBeUndefined();
    expect(resampledFars(impostors, weights, [1])).toBeUndefined();
    const rejections = rejectionsByPerson(sample(genuine).genuine, 4, [0.5]);
    expect(resampledFrrs(rejections, weights)).toBeUndefined();
  });

  it('make the lowest score that was kept stand in for those dropped', () => {
    const top = { ...impostors, scores: impostors.scores.slice(0, 2) };
    expect(resampledThresholds(top, Float64Array.of(1, 1, 1, 1), [0.5])).toEqual([justAbove(8)]);
  });
});
