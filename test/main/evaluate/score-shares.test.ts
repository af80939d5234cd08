import { expect, it } from 'vitest';
import { scoreShares } from '../../../main/evaluate/score-shares.ts';
import { samplePoints } from '../compare/sample-calibration.ts';

// Thresholds at FAR 1, 0.1 and 0.01 % are 0.4, 0.5 and 0.6: scores 70, 80 and 90.
it('scores are counted in steps of five points, those at the ends too', () => {
  const shares = scoreShares(Float32Array.of(-1, 0.41, 0.44, 1), samplePoints);
  const expected = Array.from({ length: 20 }, () => 0);
  expected[0] = 0.25;
  expected[14] = 0.5;
  expected[19] = 0.25;
  expect(shares).toEqual(expected);
});

it('comparisons without a face have no score', () => {
  expect(scoreShares(Float32Array.of(-Infinity, 1), samplePoints)[19]).toBe(1);
});
