import { expect, it } from 'vitest';
import { cholesky, covarianceWithin, solveLower } from './whitening.ts';

it('pools how the photographs of each person differ, not how people do', () => {
  const covariance = covarianceWithin([
    [Float32Array.of(0, 10), Float32Array.of(2, 10)],
    [Float32Array.of(50, 3), Float32Array.of(50, 7)],
    [Float32Array.of(9, 9)],
  ]);
  expect([...covariance.values]).toEqual([1, 0, 0, 4]);
});

it('gives the triangle whose square is the matrix, and solves it', () => {
  const lower = cholesky({ size: 2, values: Float64Array.of(4, 2, 2, 10) });
  expect([...lower.values]).toEqual([2, 0, 1, 3]);
  expect([...solveLower(lower, [4, 8])]).toEqual([2, 2]);
});

it('makes whitened vectors have the covariance of the identity', () => {
  const photographs = [
    [Float32Array.of(1, 0), Float32Array.of(-1, 0)],
    [Float32Array.of(1, 3), Float32Array.of(-1, -3)],
  ];
  const lower = cholesky(covarianceWithin(photographs));
  const whitened = photographs.map((all) =>
    all.map((photograph) => Float32Array.from(solveLower(lower, photograph))),
  );
  covarianceWithin(whitened).values.forEach((value, index) => {
    expect(value).toBeCloseTo([1, 0, 0, 1][index]!, 5);
  });
});
