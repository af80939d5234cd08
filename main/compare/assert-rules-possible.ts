import type { ImageType } from '../face/types.ts';
import { tableFor } from './calibration-fit.ts';
import type { Calibration } from './calibration.ts';
import { thresholdsOf } from './local-engine.ts';
import { operatingThresholds, type VerdictRules } from './operating-thresholds.ts';

/**
 * Refuses rules that no comparison with this calibration could be judged by, before a guest is asked
 * for anything.
 *
 * @throws {VerdictError} as `decide` would; {CalibrationError} `calibration.pair-not-covered`
 */
export const assertRulesPossible = (
  calibration: Calibration,
  rules: VerdictRules,
  [source, target]: readonly [ImageType, ImageType] = ['IDPic', 'FacePic'],
): void => {
  operatingThresholds(thresholdsOf(tableFor(calibration, source, target)), rules);
};
