import type { Interval } from '../evaluate/bootstrap.ts';
import type { EvaluationReport } from '../evaluate/evaluation-report.ts';
import type { SetReport } from '../evaluate/set-report.ts';
import { percent } from './describe-decision.ts';

/** An evaluation, for a terminal. */
export const describeEvaluation = (report: EvaluationReport): string => {
  const { pairs, photographs, accuracy, unreadable, calibration, everyPair } = report;
  return [
    `${report.pair}, simulated chip photo: ${report.chip}`,
    `${pairs.listed} pairs (${pairs.genuine} genuine, ${pairs.impostor} impostor, ${pairs.skipped} skipped), ${photographs.distinct} photographs of ${photographs.people} people`,
    `no face found in ${photographs.withoutFace} photographs and ${photographs.chipWithoutFace} chip photos; ${unreadable.length} could not be read`,
    ...unreadable.slice(0, 5).map(({ path, code }) => `  ${path}: ${code}`),
    describeAccuracy(accuracy),
    ...describeSet('listed pairs', report.listed, calibration?.population),
    ...(everyPair === null
      ? []
      : describeSet('every pair of photographs', everyPair, calibration?.population)),
  ].join('\n');
};

const describeAccuracy = (accuracy: EvaluationReport['accuracy']): string => {
  if (accuracy === null) return 'accuracy – (it takes genuine and impostor pairs)';
  const { folds, mean, standardDeviation } = accuracy;
  return folds === 0
    ? `accuracy ${rate(mean)} (threshold chosen on the same pairs)`
    : `accuracy ${rate(mean)} ± ${rate(standardDeviation)} (${folds} folds)`;
};

const describeSet = (
  title: string,
  { impostorCount, genuineCount, points, shipped }: SetReport,
  population = '',
): readonly string[] => [
  `${title}: ${impostorCount} impostor and ${genuineCount} genuine comparisons`,
  ...points.map(
    ({ far, threshold, tar, tarInterval95, isSupported }) =>
      `  TAR ${rate(tar)}${interval(tarInterval95)} at FAR ${percent(far)}, cosine ${threshold?.toFixed(3) ?? '–'}${
        isSupported ? '' : '  (too few comparisons to say)'
      }`,
  ),
  ...shipped.flatMap((point) => [
    `  shipped (${population}) FAR ${percent(point.far)}, cosine ${point.threshold.toFixed(3)}: gets FAR ${rate(point.achievedFar)}${interval(point.achievedFarInterval95)}, FRR ${rate(point.frr)}${interval(point.frrInterval95)}`,
    `    with each two people counting once, FAR ${rate(point.achievedFarByPeople)}${interval(point.achievedFarByPeopleInterval95)}`,
  ]),
];

const rate = (value: number | null): string =>
  value === null ? '–' : `${(value * 100).toPrecision(4).replace(/\.?0+$/, '')} %`;

const interval = (bounds: Interval | null): string =>
  bounds === null ? '' : ` (${rate(bounds[0])} to ${rate(bounds[1])})`;
