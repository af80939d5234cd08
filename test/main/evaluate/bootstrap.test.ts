import { describe, expect, it } from 'vitest';
import { bootstrapOverPeople } from '../../../main/evaluate/bootstrap.ts';
import { createRandom } from '../../../main/evaluate/random.ts';

describe('the bootstrap over people', () => {
  const settings = (seed: number): Parameters<typeof bootstrapOverPeople>[1] => ({
    people: 20,
    replicates: 500,
    random: createRandom(seed),
  });

  it('draws as many people as there are, with replacement', () => {
    const drawn: number[][] = [];
    bootstrapOverPeople((weights) => {
      drawn.push([...weights]);
      return [0];
    }, settings(1));
    expect(drawn).toHaveLength(500);
    for (const weights of drawn) expect(weights.reduce((sum, w) => sum + w, 0)).toBe(20);
    expect(drawn.some((weights) => weights.includes(0) && weights.includes(2))).toBe(true);
  });

  it('gives the same interval for the same seed, and another for another', () => {
    const mean = (weights: Float64Array): readonly number[] => [
      weights.reduce((sum, weight, person) => sum + weight * person, 0) / 20,
    ];
    const once = bootstrapOverPeople(mean, settings(5));
    expect(bootstrapOverPeople(mean, settings(5))).toEqual(once);
    expect(bootstrapOverPeople(mean, settings(6))).not.toEqual(once);
  });

  it('gives the interval theory expects of a mean', () => {
    // People with the values 0 to 19: the mean is 9.5, its standard error √(33.25 / 20) = 1.289.
    const [interval] = bootstrapOverPeople(
      (weights) => [weights.reduce((sum, weight, person) => sum + weight * person, 0) / 20],
      { people: 20, replicates: 4000, random: createRandom(2) },
    );
    expect(interval?.[0]).toBeCloseTo(9.5 - 1.96 * 1.289, 0);
    expect(interval?.[1]).toBeCloseTo(9.5 + 1.96 * 1.289, 0);
  });

  it('draws again where the people drawn tell nothing', () => {
    let calls = 0;
    const intervals = bootstrapOverPeople(() => (calls++ % 2 === 0 ? undefined : [1]), settings(1));
    expect(calls).toBe(1000);
    expect(intervals).toEqual([[1, 1]]);
  });

  it('gives up where no people can tell anything', () => {
    expect(bootstrapOverPeople(() => undefined, settings(1))).toEqual([]);
  });
});
