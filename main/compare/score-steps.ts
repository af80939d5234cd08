/** A calibration keeps its genuine scores in so many steps, and so do the counts held against it. */
export const scoreSteps = 20;

/** Width of a step: 0 to 5, … 95 to 100. */
export const stepWidth = 100 / scoreSteps;

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
