import type { Calibration } from '../compare/calibration.ts';
import type { CompareEngine } from '../compare/contract.ts';
import { findCalibration, type CalibrationFolders } from '../compare/load-calibration.ts';
import { createLocalEngine } from '../compare/local-engine.ts';
import { EngineProcess, type EngineProcessOptions } from '../engine/engine-process.ts';
import { pipelineVersion } from '../face/pipeline-version.ts';

/** The local engine, ready, and what it stands on. */
export interface OpenLocalEngine {
  readonly engine: CompareEngine;
  readonly analyser: EngineProcess;
  readonly calibration: Calibration;
  close(): void;
}

export interface LocalEngineOptions extends EngineProcessOptions {
  readonly calibrations: CalibrationFolders;
  readonly population: string;
}

/**
 * Starts the engine's process and binds it to the calibration of a population.
 *
 * @throws ModelError, FaceError, EngineError when the models cannot be used; CalibrationError when
 *   there is no calibration for the population, or it was made with other models.
 */
export const openLocalEngine = async (options: LocalEngineOptions): Promise<OpenLocalEngine> => {
  const calibration = await findCalibration(options.calibrations, options.population);
  const analyser = await EngineProcess.start(options);
  const close = (): void => {
    analyser.close();
  };
  try {
    const engine = createLocalEngine({ analyser, pipeline: pipelineVersion, calibration });
    return { engine, analyser, calibration, close };
  } catch (caught) {
    close();
    throw caught;
  }
};
