import type { ImageType } from '../face/types.ts';
import { CalibrationError } from './calibration-error.ts';
import { imagePairOf, type Calibration, type CalibrationTable } from './calibration.ts';

/** What a threshold depends on: another network, or another way to it, moves every cosine. */
export interface EngineIdentity {
  readonly name: string;
  /** Version of the way from bytes to embedding. */
  readonly pipeline: string;
  /** Model id → SHA-256 of its file. */
  readonly models: Readonly<Record<string, string>>;
}

/**
 * Refuses a calibration that was measured with anything else than this engine.
 *
 * @throws {CalibrationError} `calibration.other-models`, naming what differs
 */
export const assertCalibrationFits = (calibration: Calibration, engine: EngineIdentity): void => {
  const ids = new Set([...Object.keys(engine.models), ...Object.keys(calibration.models)]);
  const differing = [...ids].filter((id) => engine.models[id] !== calibration.models[id]);
  if (engine.name !== calibration.engine.name) differing.push('engine');
  if (engine.pipeline !== calibration.engine.pipeline) differing.push('pipeline');
  if (differing.length > 0) {
    const data = { calibration: calibration.id, differing };
    throw new CalibrationError('calibration.other-models', data);
  }
};

/**
 * The table for two image types.
 *
 * @throws {CalibrationError} `calibration.pair-not-covered`
 */
export const tableFor = (
  calibration: Calibration,
  source: ImageType,
  target: ImageType,
): CalibrationTable => {
  const pair = imagePairOf(source, target);
  const table = calibration.tables.find((candidate) => candidate.pair === pair);
  if (table === undefined) {
    const covered = calibration.tables.map((candidate) => candidate.pair);
    const data = { calibration: calibration.id, pair, covered };
    throw new CalibrationError('calibration.pair-not-covered', data);
  }
  return table;
};
