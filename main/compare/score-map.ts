import type { CalibrationPoint } from './calibration.ts';
import { offeredFars, type OfferedFar } from './contract.ts';

/**
 * The score at each offered FAR: the scale of CloudAuth's example, the same for every engine and
 * population, so that "80" always means one stranger in a thousand.
 */
export const scoreAtFar: Readonly<Record<OfferedFar, number>> = {
  '0.01': 70,
  '0.001': 80,
  '0.0001': 90,
};

/** Cosine ↔ score, for one calibration table. */
export interface ScoreMap {
  /** Cosine (−1 to 1; beyond is cut off) to score (0 to 100). Throws `RangeError` for what is no finite number. */
  readonly toScore: (cosine: number) => number;
  /** The cosine of a score. */
  readonly toCosine: (score: number) => number;
}

/**
 * Builds the map from cosine to score: straight lines through (−1, 0), the thresholds at the offered
 * FARs (at exactly 70, 80 and 90) and (1, 100). It rises everywhere, so comparing scores with
 * thresholds is comparing cosines with theirs.
 *
 * @param points - a calibration table's points; the schema makes sure the three are there and rise.
 */
export const createScoreMap = (points: readonly CalibrationPoint[]): ScoreMap => {
  const knots: readonly Knot[] = [
    [-1, 0],
    ...offeredFars.map((far): Knot => [thresholdAt(points, far), scoreAtFar[far]]),
    [1, 100],
  ];
  const inverse = knots.map(([cosine, score]): Knot => [score, cosine]);
  return {
    toScore: (cosine) => follow(knots, cosine),
    toCosine: (score) => follow(inverse, score),
  };
};

type Knot = readonly [x: number, y: number];

const thresholdAt = (points: readonly CalibrationPoint[], far: OfferedFar): number => {
  const point = points.find((candidate) => candidate.far === Number(far));
  if (point === undefined) throw new RangeError(`The table has no threshold at FAR ${far}.`);
  return point.threshold;
};

const follow = (knots: readonly Knot[], x: number): number => {
  if (!Number.isFinite(x)) throw new RangeError('Only a finite number has a place on the scale.');
  let [x0, y0] = knots[0] ?? [0, 0];
  if (x <= x0) return y0;
  for (const [x1, y1] of knots) {
    // At a knot the quotient is exactly 1, so a threshold is exactly its score.
    if (x <= x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
    [x0, y0] = [x1, y1];
  }
  return y0;
};
