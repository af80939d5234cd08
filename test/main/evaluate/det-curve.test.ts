import { describe, expect, it } from 'vitest';
import type { Comparisons } from '../../../main/evaluate/comparisons.ts';
import { detCurve } from '../../../main/evaluate/det-curve.ts';

const people = 40;

/** Each two people once, with scores that fall from almost 1; and two genuine scores of each person. */
const sample = (genuine: readonly number[], keep = Infinity): Comparisons => {
  const pairs = Array.from({ length: people }, (_, a) =>
    Array.from({ length: a }, (__, b) => [a, b] as const),
  ).flat();
  // A step that shares no divisor with the number of pairs deals the scores among all people.
  const dealt = pairs.map((_, index) => pairs[(index * 77) % pairs.length]!).slice(0, keep);
  return {
    people,
    impostors: {
      count: pairs.length,
      scores: Float32Array.from(dealt, (_, index) => 1 - (index + 1) / pairs.length),
      first: Uint32Array.from(dealt, ([first]) => first),
      second: Uint32Array.from(dealt, ([, second]) => second),
      totalWeight: (weights) => pairs.reduce((sum, [a, b]) => sum + weights[a]! * weights[b]!, 0),
      countBetween: () => 1,
      pairWeight: (weights) => pairs.reduce((sum, [a, b]) => sum + weights[a]! * weights[b]!, 0),
    },
    genuine: {
      scores: Float32Array.from(genuine),
      personOf: Uint32Array.from(genuine, (_, index) => index % people),
    },
  };
};
const genuine = Array.from({ length: 2 * people }, (_, index) => 0.9 + index / 1000);
const resampling = { replicates: 50, seed: 1 };

describe('a DET curve', () => {
  const { points } = detCurve(sample(genuine), [], resampling);

  it('goes from the strictest FMR the set can tell to 10 %', () => {
    expect(points[0]!.fmr * 780).toBeGreaterThanOrEqual(2);
    expect(points.at(-1)!.fmr).toBeCloseTo(0.1);
  });

  it('has the share of genuine comparisons below the threshold of each FMR, within its band', () => {
    for (const { threshold, fnmr, fnmrInterval95 } of points) {
      const below = genuine.filter((score) => Math.fround(score) < threshold).length;
      expect(fnmr).toBeCloseTo(below / genuine.length, 9);
      expect(fnmrInterval95[0]).toBeLessThanOrEqual(fnmr);
      expect(fnmrInterval95[1]).toBeGreaterThanOrEqual(fnmr);
    }
  });

  it('turns fewer guests away the more impostors it lets through', () => {
    const fnmrs = points.map(({ fnmr }) => fnmr);
    expect(fnmrs).toEqual(fnmrs.toSorted((a, b) => b - a));
    expect(fnmrs[0]).toBeGreaterThan(fnmrs.at(-1)!);
  });

  it('leaves faces that were not found out of both rates', () => {
    const failed = detCurve(sample([...genuine, -Infinity]), [], resampling);
    expect(failed.points.map(({ fnmr }) => fnmr)).toEqual(points.map(({ fnmr }) => fnmr));
    expect(failed.fta).toBeCloseTo(1 / 81);
  });

  it('ends where scores were no longer kept', () => {
    const kept = detCurve(sample(genuine, 39), [], resampling);
    expect(kept.points.at(-1)!.fmr * 1.5 * 780).toBeLessThanOrEqual(39);
    expect(kept.points.at(-1)!.fmr).toBeGreaterThan(0.025);
  });

  it('places the thresholds that ship', () => {
    const { operating } = detCurve(sample(genuine), [{ far: 0.01, threshold: 0.94 }], resampling);
    expect(operating).toEqual([{ far: 0.01, threshold: 0.94, fmr: 46 / 780, fnmr: 41 / 80 }]);
  });

  it('is empty where nobody was compared with themselves', () => {
    expect(detCurve(sample([]), [{ far: 0.01, threshold: 0.9 }], resampling)).toEqual({
      fta: 1,
      points: [],
      operating: [],
    });
  });
});
