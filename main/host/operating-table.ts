import { tableFor } from '../compare/calibration-fit.ts';
import type { Calibration } from '../compare/calibration.ts';
import { offeredFars } from '../compare/contract.ts';
import { isFarAtMost } from '../compare/far.ts';
import { chancesOf, type EngineRoute } from '../compare/routing.ts';
import { createScoreMap } from '../compare/score-map.ts';
import type { OperatingTable } from '../ipc/device-schema.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * What each FAR costs: the share of genuine guests that one comparison at it misses, as it was measured
 * with chip photos, and where the figures are from. The FAR is divided as it is for a verdict: over the
 * attempts, and over the chances each has on this route.
 *
 * @throws CalibrationError `calibration.pair-not-covered`
 */
export const operatingTableOf = (
  calibration: Calibration,
  { far: chosen, attempts }: Pick<Settings['compare'], 'far' | 'attempts'>,
  route: EngineRoute,
): OperatingTable => {
  const chances = chancesOf(route);
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
    chances,
    rows: offeredFars.map(Number).map((far) => {
      const share = far / (attempts * chances);
      const point = table.points.find((measured) => isFarAtMost(measured.far, share));
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
