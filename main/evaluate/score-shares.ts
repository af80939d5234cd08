import type { CalibrationPoint } from '../compare/calibration.ts';
import { createScoreMap } from '../compare/score-map.ts';
import { scoreSteps, stepOf } from '../compare/score-steps.ts';

/**
 * How scores lie on the scale: the share of them in each of twenty steps of five points. Comparisons
 * without a face have no score and do not count.
 */
export const scoreShares = (
  cosines: Float32Array,
  points: readonly CalibrationPoint[],
): number[] => {
  const { toScore } = createScoreMap(points);
  const counts = new Array<number>(scoreSteps).fill(0);
  const scored = cosines.filter((cosine) => Number.isFinite(cosine));
  for (const cosine of scored) {
    const step = stepOf(toScore(cosine));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts.map((count) => Math.round((count / scored.length) * 1e6) / 1e6);
};
