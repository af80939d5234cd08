import { describe, expect, it } from 'vitest';
import { normalDeviate } from '../../../main/evaluate/normal-deviate.ts';

describe('the normal deviate', () => {
  it.each([
    [0.5, 0],
    [0.841344746068543, 1],
    [0.975, 1.959963984540054],
    [0.02, -2.053748910631823],
    [0.001, -3.090232306167813],
    [1e-5, -4.264890793922825],
  ])('of %d is %d', (share, deviate) => {
    expect(normalDeviate(share)).toBeCloseTo(deviate, 7);
  });

  it('refuses what is no share', () => {
    for (const share of [0, 1, -0.1, NaN]) expect(() => normalDeviate(share)).toThrow(RangeError);
  });
});
