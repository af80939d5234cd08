/** A calibration keeps its genuine scores in as many steps, and so do the counts held against it. */
export const scoreSteps = 20;

/** Width of a step: 0 to 5, … 95 to 100. */
export const stepWidth = 100 / scoreSteps;

/** How many comparisons had a score in each step, lowest first. */
export type StepCounts = readonly number[];

export const noCounts: StepCounts = Array.from({ length: scoreSteps }, () => 0);

/**
 * The step of a score, 0 to 19. The last one has its upper end, 100, too.
 *
 * @param score - 0 to 100.
 * @throws RangeError for anything else.
 */
export const stepOf = (score: number): number => {
  if (!(score >= 0 && score <= 100)) throw new RangeError('A score is a number from 0 to 100.');
  return Math.min(scoreSteps - 1, Math.floor(score / stepWidth));
};

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
