import { expect, it } from 'vitest';
import { slopeOf } from './slope.ts';

it('is that of the line, without error, where all values lie on one', () => {
  const { perStep, standardError } = slopeOf([3, 5, 7, 9]);
  expect(perStep).toBeCloseTo(2);
  expect(standardError).toBeCloseTo(0);
});

it('has the error that deviations leave it', () => {
  // Worked out by hand: Sxx = 5, Sxy = 1.9; the squares of the residuals add up to 1.148.
  const { perStep, standardError } = slopeOf([1, 2, 1, 2.6]);
  expect(perStep).toBeCloseTo(0.38);
  expect(standardError).toBeCloseTo(Math.sqrt(1.148 / 2 / 5));
});
