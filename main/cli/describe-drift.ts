import { leastComparisons } from '../drift/detect-drift.ts';
import { driftWarnings, inHundred } from '../drift/drift-warnings.ts';
import { stepWidth } from '../compare/score-steps.ts';
import type { Sentence } from '../errors/witness-error.ts';
import type { StationScores } from './station-scores.ts';

/** A station's scores beside its calibration's, as `--json` prints it. */
export const driftDocument = (scores: StationScores): object => {
  const { calibration, table, seen, report, isCounted } = scores;
  const { state, comparisons, calibratedMedian, seenMedian } = report;
  return {
    state,
    calibration: calibration.id,
    pair: table.pair,
    isCounted,
    comparisons,
    days: seen.days,
    ...(seen.from !== undefined && { from: seen.from }),
    ...(seen.to !== undefined && { to: seen.to }),
    median: { calibrated: calibratedMedian, seen: seenMedian ?? null },
    steps: stepsOf(scores),
    warnings: driftWarnings(report),
  };
};

/** The same, for a terminal: steps in which nothing lies are left out. */
export const describeDrift = (scores: StationScores): string => {
  const { calibration, table, seen, report } = scores;
  const { comparisons, calibratedMedian, seenMedian } = report;
  const span = seen.from === undefined ? '' : `, ${seen.from} – ${seen.to ?? seen.from}`;
  return [
    `${table.pair}, calibration ${calibration.id}`,
    `${comparisons} first attempts counted on ${seen.days} days${span}`,
    line('score', 'calibrated', 'seen'),
    ...stepsOf(scores)
      .filter(({ calibrated, count }) => calibrated > 0 || count > 0)
      .map(({ from, to, calibrated, seen: share }) =>
        line(`${from} – ${to}`, inHundred(calibrated), share === null ? '–' : inHundred(share)),
      ),
    line('median', calibratedMedian.toFixed(1), seenMedian?.toFixed(1) ?? '–'),
    ...conclusions(scores).flatMap(({ en, zh }) => [en, zh]),
  ].join('\n');
};

interface Step {
  /** Scores, 0 to 100. */
  readonly from: number;
  readonly to: number;
  /** Shares, 0 to 1. */
  readonly calibrated: number;
  readonly seen: number | null;
  readonly count: number;
}

const stepsOf = ({ table, seen: { counts }, report: { comparisons } }: StationScores): Step[] =>
  table.genuineScores.map((calibrated, at) => {
    const count = counts[at] ?? 0;
    const seen = comparisons === 0 ? null : count / comparisons;
    return { from: at * stepWidth, to: (at + 1) * stepWidth, calibrated, seen, count };
  });

const line = (score: string, calibrated: string, seen: string): string =>
  `  ${score.padEnd(10)} ${calibrated.padStart(10)} ${seen.padStart(10)}`;

const conclusions = ({ report, isCounted }: StationScores): readonly Sentence[] => {
  const { state, comparisons } = report;
  if (!isCounted) return [notCounted];
  if (state === 'too-few')
    return [
      {
        en: `${comparisons} comparisons are too few to tell; ${leastComparisons} are needed. The station counts them by itself.`,
        zh: `仅有 ${comparisons} 次比对，不足以判断；至少需要 ${leastComparisons} 次，系统会自动计数。`,
      },
    ];
  if (state === 'steady')
    return [
      {
        en: 'Scores are no lower than the station was calibrated for.',
        zh: '分值未低于标定时的水平。',
      },
    ];
  return driftWarnings(report).map(({ sentence }) => sentence);
};

/** Said where a cloud alone compares. */
export const notCounted: Sentence = {
  en: 'Only a cloud compares at this station (engine.route is "cloud"): its scores are on another scale, and none are counted.',
  zh: '本机只使用云端比对（engine.route 为 "cloud"）：云端分值标度不同，因此不计数。',
};
