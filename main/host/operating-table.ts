import { tableFor } from '../compare/calibration-fit.ts';
import type { Calibration } from '../compare/calibration.ts';
import { offeredFars } from '../compare/contract.ts';
import { isFarAtMost } from '../compare/far.ts';
import { createScoreMap } from '../compare/score-map.ts';
import type { OperatingTable } from '../ipc/device-schema.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * What each FAR costs: the share of genuine guests that one attempt at it misses, as it was measured
 * with chip photos, and where the figures are from.
 *
 * @throws CalibrationError `calibration.pair-not-covered`
 */
export const operatingTableOf = (
  calibration: Calibration,
  { far: chosen, attempts }: Pick<Settings['compare'], 'far' | 'attempts'>,
): OperatingTable => {
  const table = tableFor(calibration, 'IDPic', 'FacePic');
  const { toScore } = createScoreMap(table.points);
  return {
    calibration: calibration.id,
    population: calibration.population,
    measuredOn: calibration.made.date,
    people: table.people,
    impostorCount: table.impostorCount,
    genuineCount: table.genuineCount,
    attempts,
    rows: offeredFars.map(Number).map((far) => {
      const point = table.points.find((measured) => isFarAtMost(measured.far, far / attempts));
      return {
        far,
        isChosen: far === chosen,
        ...(point && {
          farApplied: point.far,
          threshold: toScore(point.threshold),
          frr: point.frr,
          frrInterval95: point.frrInterval95,
        }),
      };
    }),
  };
};
