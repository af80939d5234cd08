import { scoreSteps, stepWidth } from '../compare/score-steps.ts';

/** How many comparisons had a score in each step, lowest first. */
export type StepCounts = readonly number[];

export const noCounts: StepCounts = Array.from({ length: scoreSteps }, () => 0);

/** How much lies in all the steps together. */
export const totalOf = (steps: StepCounts): number => steps.reduce((sum, step) => sum + step, 0);

/** Counts of both. */
export const addCounts = (a: StepCounts, b: StepCounts): StepCounts =>
  a.map((count, step) => count + (b[step] ?? 0));

/**
 * The score below which half of them lie, as if they lay evenly within their step; undefined where
 * there are none.
 */
export const medianOf = (steps: StepCounts): number | undefined => {
  const half = totalOf(steps) / 2;
  let below = 0;
  for (const [step, count] of steps.entries()) {
    if (count > 0 && below + count >= half) return (step + (half - below) / count) * stepWidth;
    below += count;
  }
  return undefined;
};
