import { join } from 'node:path';
import { readCalibration } from '../../main/compare/load-calibration.ts';
import { createLocalEngine } from '../../main/compare/local-engine.ts';
import type { Calibration } from '../../main/compare/calibration.ts';
import { pipelineVersion } from '../../main/face/pipeline-version.ts';
import type { FaceAnalyser, TypedImage } from '../../main/face/types.ts';
import { calibrationFolders } from '../../main/settings/calibration-folders.ts';

/** Bytes of two photographs of the same woman to a score. */
export type BenchCompare = (images: readonly [TypedImage, TypedImage]) => Promise<void>;

/** The calibration that ships, whatever this computer has besides. */
export const shippedCalibration = (): Promise<Calibration> =>
  readCalibration(join(calibrationFolders().shipped, 'everyone.json'));

/**
 * The product's own comparison, with the calibration that ships: centring, score and thresholds included.
 * It throws unless the two are found to be the same woman.
 */
export const openBenchCompare = async (analyser: FaceAnalyser): Promise<BenchCompare> => {
  const calibration = await shippedCalibration();
  const engine = createLocalEngine({ analyser, pipeline: pipelineVersion, calibration });
  return async ([source, target]) => {
    const { similarityScore } = await engine.compareFaces({ source, target });
    if (similarityScore < 80) throw new Error('The same woman was not recognised.');
  };
};
