import { expect, it } from 'vitest';
import { createRandom } from '../../../main/evaluate/random.ts';
import { kMeans, meanOf, pickSome } from './k-means.ts';

const at = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

it('finds clusters that lie apart, and gives the mean of each', () => {
  const points = [0, 4, 90, 94, 200, 204].map(at);
  const centres = kMeans(points, 3, createRandom(4));
  const degrees = centres.map(([x = 0, y = 0]) => Math.atan2(y, x) * (180 / Math.PI));
  const rounded = degrees.map((value) => Math.round((value + 360) % 360)).sort((a, b) => a - b);
  expect(rounded).toEqual([2, 92, 202]);
});

it('gives the mean of all for one cluster, not made unit length', () => {
  const points = [at(0), at(90)];
  const [centre] = kMeans(points, 1, createRandom(1));
  expect([...centre!]).toEqual([...meanOf(points)]);
  expect(Math.hypot(...centre!)).toBeCloseTo(Math.SQRT1_2);
});

it('gives the same clusters for the same seed', () => {
  const points = Array.from({ length: 40 }, (_, index) => at(index * 37));
  expect(kMeans(points, 5, createRandom(7))).toEqual(kMeans(points, 5, createRandom(7)));
});

it('picks nothing twice, and no more than there is', () => {
  expect(pickSome([1, 2, 3], 5, createRandom(1)).sort()).toEqual([1, 2, 3]);
});
