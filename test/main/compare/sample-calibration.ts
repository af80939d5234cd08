import { calibrationDigest } from '../../../main/compare/calibration-digest.ts';
import type { Calibration, CalibrationPoint } from '../../../main/compare/calibration.ts';

export const sampleModels = { detector: 'a'.repeat(64), embedding: 'b'.repeat(64) };

export const point = (far: number, threshold: number): CalibrationPoint => ({
  far,
  threshold,
  interval95: [threshold - 0.01, threshold + 0.01],
  frr: 0.02,
  frrInterval95: [0.01, 0.03],
});

/** Measured at the offered FARs, and at 0.01 and 0.001 divided by two. */
export const samplePoints = [
  point(0.01, 0.4),
  point(0.005, 0.45),
  point(0.001, 0.5),
  point(0.0005, 0.55),
  point(0.0001, 0.6),
];

/** A twentieth of the scores in each step of five points. */
export const evenScores = Array.from({ length: 20 }, () => 0.05);

const plainCalibration: Calibration = {
  formatVersion: 2,
  id: 'sample',
  population: 'sample',
  engine: { name: 'local', pipeline: '1' },
  models: sampleModels,
  tables: [
    {
      pair: 'FacePic-FacePic',
      people: 40,
      photographs: 200,
      failuresToFindFace: 0,
      impostorCount: 20_000,
      genuineCount: 400,
      genuinePeople: 40,
      directions: 1,
      points: samplePoints,
      genuineScores: evenScores,
    },
  ],
  made: {
    productVersion: '0.1.0',
    date: '2026-01-31',
    command: 'witness calibrate',
    chipSimulation: 'none',
    seed: 1,
    bootstrapReplicates: 1000,
  },
};

/** A calibration whose id agrees with its content, as those of `witness calibrate` do. */
export const sampleCalibration = (changes: Partial<Calibration> = {}): Calibration => {
  const changed = { ...plainCalibration, ...changes };
  return { ...changed, id: changes.id ?? `sample-${calibrationDigest(changed)}` };
};
