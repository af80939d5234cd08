import { assertCalibrationFits, tableFor } from '../compare/calibration-fit.ts';
import type { Calibration, ImagePair } from '../compare/calibration.ts';
import { localEngineIdentity } from '../compare/local-engine.ts';
import type { FaceAnalyser } from '../face/types.ts';
import type { ShippedThreshold } from './set-report.ts';

/**
 * The thresholds of a calibration at those of some FARs it has, after the checks the engine itself
 * would make.
 *
 * @throws {CalibrationError} `calibration.other-models`, `calibration.pair-not-covered`
 */
export const shippedThresholds = (
  calibration: Calibration,
  analyser: FaceAnalyser,
  pipeline: string,
  pair: ImagePair,
  fars: readonly number[],
): readonly ShippedThreshold[] => {
  assertCalibrationFits(calibration, localEngineIdentity(analyser, pipeline));
  const type = pair === 'IDPic-FacePic' ? 'IDPic' : 'FacePic';
  const { points } = tableFor(calibration, type, 'FacePic');
  return points.flatMap(({ far, threshold }) => (fars.includes(far) ? [{ far, threshold }] : []));
};
