import { assertCalibrationFits, tableFor } from '../compare/calibration-fit.ts';
import type { Calibration, ImagePair } from '../compare/calibration.ts';
import { formatFar } from '../compare/far.ts';
import { localEngineIdentity } from '../compare/local-engine.ts';
import { VerdictError } from '../compare/verdict-error.ts';
import type { FaceAnalyser } from '../face/types.ts';
import type { ShippedThreshold } from './set-report.ts';

/**
 * The thresholds of a calibration at some FARs, after the checks the engine itself would make.
 *
 * @throws {CalibrationError} `calibration.other-models`, `calibration.pair-not-covered`
 * @throws {VerdictError} `verdict.far-not-offered` for a FAR that was not measured
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
  return fars.map((far) => {
    const point = points.find((candidate) => candidate.far === far);
    if (point === undefined) {
      const offered = points.map((candidate) => formatFar(candidate.far));
      throw new VerdictError('verdict.far-not-offered', { far: formatFar(far), offered });
    }
    return { far, threshold: point.threshold };
  });
};
