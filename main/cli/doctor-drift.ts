import { leastComparisons } from '../drift/detect-drift.ts';
import { driftWarnings } from '../drift/drift-warnings.ts';
import { errorCheck, okCheck, type Check } from './doctor-check.ts';
import { notCounted } from './describe-drift.ts';
import { stationScores, type ScoredBy } from './station-scores.ts';

/**
 * Whether the station's scores are those its calibration leads one to expect. It works with others too,
 * so what drifted is a note.
 *
 * @throws DriftError where the counts cannot be read; CalibrationError.
 */
export const checkDrift = async (
  settings: ScoredBy,
  settingsFile: string,
): Promise<readonly Check[]> => {
  const { report, isCounted } = await stationScores(settings, settingsFile);
  if (!isCounted) return [okCheck('scores', notCounted.en, notCounted.zh)];
  const { state, comparisons } = report;
  if (state === 'too-few')
    return [
      okCheck(
        'scores',
        `${comparisons} of ${leastComparisons} comparisons that tell whether scores drift`,
        `已计 ${comparisons} 次比对，满 ${leastComparisons} 次后可判断分值是否漂移`,
      ),
    ];
  if (state === 'steady')
    return [
      okCheck(
        'scores',
        `as calibrated, over ${comparisons} comparisons`,
        `最近 ${comparisons} 次比对与标定相符`,
      ),
    ];
  return driftWarnings(report).map((warning) => errorCheck('scores', warning, 'note'));
};
