import type { CalibrationTable } from '../compare/calibration.ts';
import { scoreAtFar } from '../compare/score-map.ts';
import { leastDifference, type Share } from './share-difference.ts';
import { stepWidth } from '../compare/score-steps.ts';
import { medianOf, totalOf, type StepCounts } from './score-counts.ts';

/** Below so many comparisons chance alone moves the shares too far to say anything. */
export const leastComparisons = 200;
/** The station looks at the newest days that together have so many: enough to tell, and soon past. */
export const usualComparisons = 500;

/** Strangers among a counter's guests, who lie at the bottom: up to this share of them is no drift. */
const impostorShare = 0.02;
/** FAR 1 %, 0.1 % and 0.01 %: who scores below the site's is turned away, or needs a person. */
const thresholdScores: readonly number[] = Object.values(scoreAtFar);
/** How much more than calibrated may lie below a score before it matters to anybody. */
const tolerated = { atThreshold: 0.01, elsewhere: 0.03 };
/**
 * What chance is granted, in standard deviations: of one look at nineteen scores one in a thousand may
 * err (Bonferroni: 0.001 ÷ 19, one side), as there are many looks; of the calibration, which was
 * measured once, the ends of its 95 % interval are reckoned with.
 */
const chance = { seen: 3.88, calibrated: 1.96 };

/** The part of a calibration's table that scores are held against. */
export type CalibratedScores = Pick<CalibrationTable, 'genuineScores' | 'genuinePeople'>;

/** More of the seen scores lie below one score than calibrated. */
export interface DriftFinding {
  /** `more-score-low`: below a threshold at an offered FAR; `scores-lower`: anywhere. */
  readonly kind: 'more-score-low' | 'scores-lower';
  readonly score: number;
  /** Shares, 0 to 1, that lie below it. */
  readonly calibrated: number;
  readonly seen: number;
}

/** What a station's scores look like beside the calibration's. */
export interface DriftReport {
  /** `too-few`: nothing can be said yet. */
  readonly state: 'too-few' | 'steady' | 'drifted';
  readonly comparisons: number;
  readonly calibratedMedian: number;
  /** Absent where there are no comparisons. */
  readonly seenMedian?: number;
  /** The plainest of each kind; empty unless drifted. */
  readonly findings: readonly DriftFinding[];
}

/**
 * Holds a station's scores against those its calibration was measured on. At each of the nineteen ends
 * of steps it asks whether more scores lie below than calibrated, by more than chance explains, and
 * strangers (up to two in a hundred), and what is too small to matter.
 *
 * Only downwards: guests who look into a good camera score higher than photographs collected
 * elsewhere, and that harms nobody. What it cannot see: strangers' scores that rise, as nobody tells
 * this station who was one.
 *
 * Figures by simulation (`test/main/drift/detect-drift.test.ts`), with two strangers in a hundred: no
 * alarm in 5000 looks at 200 to 2000 comparisons, nor in a year of daily looks at forty counters. Scores
 * that fall by three points or more are found in at least 99 of 100 looks at 200 comparisons; a cosine
 * that falls by 0.08 in at least 9 of 10 at 500, even where the calibration stands on forty people.
 */
export const detectDrift = (calibrated: CalibratedScores, counts: StepCounts): DriftReport => {
  const comparisons = totalOf(counts);
  const seenMedian = medianOf(counts);
  const findings = comparisons < leastComparisons ? [] : findingsOf(calibrated, counts);
  const state = findings.length > 0 ? 'drifted' : 'steady';
  return {
    state: comparisons < leastComparisons ? 'too-few' : state,
    comparisons,
    calibratedMedian: medianOf(calibrated.genuineScores) ?? 0,
    ...(seenMedian !== undefined && { seenMedian }),
    findings,
  };
};

const findingsOf = (
  { genuineScores, genuinePeople }: CalibratedScores,
  counts: StepCounts,
): readonly DriftFinding[] => {
  const total = totalOf(counts);
  // Comparisons of one person are not independent of each other: only the people count, and only those
  // with a comparison.
  const independent = Math.max(1, genuinePeople);
  const excesses = counts.slice(1).map((_, at) => {
    const score = (at + 1) * stepWidth;
    const calibrated = Math.min(1, totalOf(genuineScores.slice(0, at + 1)));
    const seen: Share = { hits: totalOf(counts.slice(0, at + 1)), of: total, z: chance.seen };
    const expected = { hits: calibrated * independent, of: independent, z: chance.calibrated };
    const more = leastDifference(seen, expected) - impostorShare * (1 - calibrated);
    return { score, calibrated, seen: seen.hits / seen.of, more };
  });
  const atThreshold = excesses.filter(({ score }) => thresholdScores.includes(score));
  return [
    ...plainest('more-score-low', atThreshold, tolerated.atThreshold),
    ...plainest('scores-lower', excesses, tolerated.elsewhere),
  ];
};

type Excess = Omit<DriftFinding, 'kind'> & { readonly more: number };

const plainest = (
  kind: DriftFinding['kind'],
  excesses: readonly Excess[],
  tolerance: number,
): readonly DriftFinding[] => {
  const [most] = excesses.toSorted((a, b) => b.more - a.more);
  if (most === undefined || most.more <= tolerance) return [];
  const { score, calibrated, seen } = most;
  return [{ kind, score, calibrated, seen }];
};
