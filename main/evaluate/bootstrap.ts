import type { Random } from './random.ts';

/** A 95 % interval: the 2.5th and the 97.5th percentile of the replicates. */
export type Interval = readonly [low: number, high: number];

/** How an interval is found. */
export interface BootstrapSettings {
  readonly people: number;
  readonly replicates: number;
  readonly random: Random;
}

/**
 * Percentile bootstrap over people. Each replicate draws as many people as there are, with
 * replacement; a person drawn w times counts w times, and a comparison of two people wᵢ · wⱼ times.
 *
 * Comparisons share people and so are not independent: resampling comparisons would give intervals
 * far too narrow (ISO/IEC 19795-1).
 *
 * @param statistic - some numbers of one replicate, or undefined if the people drawn cannot give
 * them (all draws the same person, say): then others are drawn.
 * @returns an interval for each number; empty if no replicate gave any, as for a single person.
 */
export const bootstrapOverPeople = (
  statistic: (weights: Float64Array) => readonly number[] | undefined,
  { people, replicates, random }: BootstrapSettings,
): readonly Interval[] => {
  const weights = new Float64Array(people);
  const samples: (readonly number[])[] = [];
  for (let draws = 0; samples.length < replicates && draws < replicates * 10; draws++) {
    weights.fill(0);
    for (let i = 0; i < people; i++) {
      const person = Math.floor(random() * people);
      weights[person] = (weights[person] ?? 0) + 1;
    }
    const sample = statistic(weights);
    if (sample !== undefined) samples.push(sample);
  }
  return (samples[0] ?? []).map((_, index) =>
    percentileInterval(Float64Array.from(samples, (sample) => sample[index] ?? NaN)),
  );
};

const percentileInterval = (values: Float64Array): Interval => {
  const sorted = values.sort();
  const last = sorted.length - 1;
  return [sorted[Math.floor(last * 0.025)] ?? NaN, sorted[Math.ceil(last * 0.975)] ?? NaN];
};
