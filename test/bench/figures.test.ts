import { describe, expect, test } from 'vitest';
import { figureOf, medianOf, meetsTarget, type Question } from './figures.ts';

const question: Question = { id: 'a.time', title: 'time', unit: 'ms', better: 'lower' };

describe('the median', () => {
  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[10, 9], 9.5],
  ])('of %j is %f', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  test('of nothing is no number', () => {
    expect(medianOf([])).toBeNaN();
  });
});

describe('a figure', () => {
  test('has the median absolute deviation for noise, which one bad sample does not move', () => {
    expect(figureOf(question, [10, 11, 12, 13, 14])).toMatchObject({ median: 12, noise: 1 });
    expect(figureOf(question, [10, 11, 12, 13, 1400])).toMatchObject({ median: 12, noise: 1 });
  });

  test('of one sample has no noise', () => {
    expect(figureOf(question, [7])).toEqual({ ...question, median: 7, noise: 0, samples: 1 });
  });

  test.each([
    [{ most: 7 }, true],
    [{ most: 6.9 }, false],
    [{ least: 7 }, true],
    [{ least: 7.1 }, false],
  ])('of 7 against a target of %j: %s', (target, met) => {
    expect(meetsTarget(figureOf({ ...question, target }, [7]))).toBe(met);
  });

  test('without a target neither meets nor misses it', () => {
    expect(meetsTarget(figureOf(question, [7]))).toBeUndefined();
  });
});
