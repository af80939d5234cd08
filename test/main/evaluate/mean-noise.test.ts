import { describe, expect, it } from 'vitest';
import { noiseForMean, noiseTimesPeople } from '../../../main/evaluate/mean-noise.ts';
import { cosineOf } from '../../../main/face/types.ts';
import { likeness } from './vectors.ts';

const people = Array.from({ length: 40 }, (_, person) => likeness(person, 0));

describe('the noise of a mean', () => {
  it('is as long as one person moves the mean, and more', () => {
    expect(Math.hypot(...noiseForMean(people))).toBeCloseTo(noiseTimesPeople / 40, 10);
    expect(Math.hypot(...noiseForMean(people.slice(0, 30)))).toBeCloseTo(noiseTimesPeople / 30, 10);
  });

  it('is the same for the same people in any order', () => {
    expect(noiseForMean(people.toReversed())).toEqual(noiseForMean(people));
  });

  it.each([
    ['without one of them', people.slice(1)],
    [
      'with the last digit of one number changed',
      [people[0]!.map((v, i) => (i === 3 ? v * (1 + 2e-7) : v)), ...people.slice(1)],
    ],
  ])('is another %s', (_, changed) => {
    const [one, other] = [people, changed].map((all) =>
      Float32Array.from(noiseForMean(all), (v) => (v * all.length) / noiseTimesPeople),
    );
    expect(Math.abs(cosineOf(one!, other!))).toBeLessThan(0.7);
    expect(one).not.toEqual(other);
  });

  it('is spread over all numbers, either way', () => {
    const all = Array.from({ length: 200 }, (_, person) => noiseForMean([likeness(person, 0)]));
    const values = all.flatMap((noise) => [...noise]);
    const expected = noiseTimesPeople / Math.sqrt(24);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan((4 * expected) / Math.sqrt(values.length));
    // As a normal distribution has it, 68 % within one standard deviation.
    const within = values.filter((value) => Math.abs(value) < expected).length / values.length;
    expect(within).toBeGreaterThan(0.64);
    expect(within).toBeLessThan(0.72);
  });
});
