import type { Calibration, CalibrationTable } from '../compare/calibration.ts';
import { tableFor } from '../compare/calibration-fit.ts';
import { findCalibration } from '../compare/load-calibration.ts';
import { detectDrift, usualComparisons, type DriftReport } from '../drift/detect-drift.ts';
import { seenScores, type SeenScores } from '../drift/score-statistics.ts';
import { readStatistics, statisticsFile } from '../drift/statistics-file.ts';
import { calibrationFolders } from '../settings/calibration-folders.ts';
import type { Settings } from '../settings/settings.ts';

/** What a station counted, beside what it was calibrated for. */
export interface StationScores {
  readonly calibration: Calibration;
  readonly table: CalibrationTable;
  readonly seen: SeenScores;
  readonly report: DriftReport;
  /** False where a cloud alone compares: its scores are on another scale, and none are counted. */
  readonly isCounted: boolean;
}

/** The settings that say what a station's scores are from. */
export interface ScoredBy {
  readonly compare: Pick<Settings['compare'], 'population'>;
  readonly engine: Pick<Settings['engine'], 'route'>;
}

/**
 * Holds the scores that a station counted against its calibration's.
 *
 * @param days - how many of the newest days; default: as many as the station itself looks at.
 * @throws DriftError where the counts cannot be read; CalibrationError.
 */
export const stationScores = async (
  { compare: { population }, engine: { route } }: ScoredBy,
  settingsFile: string,
  days?: number,
): Promise<StationScores> => {
  const calibration = await findCalibration(calibrationFolders(settingsFile), population);
  const table = tableFor(calibration, 'IDPic', 'FacePic');
  const key = { calibration: calibration.id, pair: table.pair };
  const statistics = await readStatistics(statisticsFile(settingsFile));
  const seen = seenScores(
    statistics,
    key,
    days === undefined ? { comparisons: usualComparisons } : { days },
  );
  const report = detectDrift(table, seen.counts);
  return { calibration, table, seen, report, isCounted: route !== 'cloud' };
};
