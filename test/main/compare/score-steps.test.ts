import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../main/compare/score-steps.ts';

describe('the step of a score', () => {
  it.each([
    [0, 0],
    [4.999, 0],
    [5, 1],
    [69.999, 13],
    [70, 14],
    [80, 16],
    [90, 18],
    [95, 19],
    [100, 19],
  ])('%d lies in step %i', (score, step) => {
    expect(stepOf(score)).toBe(step);
  });
});

it.each([-0.1, 100.1, NaN, Infinity])('%d is no score and has no step', (score) => {
  expect(() => stepOf(score)).toThrow(RangeError);
});
