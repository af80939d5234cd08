import { expect, it } from 'vitest';
import { ScoreHistogram } from './score-histogram.ts';

const filled = (scores: readonly (readonly [score: number, weight: number])[]): ScoreHistogram => {
  const histogram = new ScoreHistogram();
  for (const [score, weight] of scores) histogram.add(score, weight);
  return histogram;
};

it('lets at most the share through that a threshold is for', () => {
  const histogram = filled(Array.from({ length: 1000 }, (_, index) => [index / 1000, 1]));
  const threshold = histogram.thresholdAt(0.01);
  expect(threshold).toBeGreaterThan(0.989);
  expect(threshold).toBeLessThanOrEqual(0.99);
  expect(histogram.reaching(threshold)).toBe(10);
});

it('weighs scores', () => {
  const histogram = filled([
    [0.9, 1],
    [0.5, 9],
  ]);
  expect(histogram.reaching(histogram.thresholdAt(0.1))).toBe(1);
  expect(histogram.thresholdAt(0.05)).toBeGreaterThan(0.9);
});

it('counts scores that are equal on the same side of a threshold', () => {
  const histogram = filled([
    [0.4, 1],
    [0.4, 1],
    [0.1, 1],
    [0.1, 1],
  ]);
  expect(histogram.reaching(histogram.thresholdAt(0.25))).toBe(0);
});

it('adds another, moved', () => {
  const histogram = filled([[0.3, 2]]);
  histogram.addShifted(filled([[0.8, 5]]), -0.6);
  expect(histogram.total).toBe(7);
  expect(histogram.reaching(0.25)).toBe(2);
  expect(histogram.reaching(0.1)).toBe(7);
});
