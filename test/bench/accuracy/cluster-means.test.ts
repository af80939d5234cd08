import { expect, it } from 'vitest';
import { createRandom } from '../../../main/evaluate/random.ts';
import { clusterMeans, meanOf, pickSome } from './cluster-means.ts';

const at = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

it('gives the mean of all for one cluster, not made unit length', () => {
  const points = [at(0), at(90)];
  const [centre] = clusterMeans(points, 1, createRandom(1));
  expect([...centre!]).toEqual([...meanOf(points)]);
  expect(Math.hypot(...centre!)).toBeCloseTo(Math.SQRT1_2);
});

it('picks nothing twice, and no more than there is', () => {
  expect(pickSome([1, 2, 3], 5, createRandom(1)).sort()).toEqual([1, 2, 3]);
});
