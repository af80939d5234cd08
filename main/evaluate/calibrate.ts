import { calibrationDigest } from '../compare/calibration-digest.ts';
import { localEngineIdentity } from '../compare/local-engine.ts';
import {
  calibrationName,
  calibrationSchema,
  type Calibration,
  type ImagePair,
} from '../compare/calibration.ts';
import type { FaceAnalyser } from '../face/types.ts';
import { measureTable } from './calibration-table.ts';
import { chipSimulationText, simulateChipPhoto, type ChipBackground } from './chip-simulation.ts';
import { embedAll, type SimulateChip, type Unreadable } from './embed-all.ts';
import { EvaluateError } from './evaluate-error.ts';
import type { Resampling } from './measured.ts';
import type { PeoplePhotographs } from './people-folder.ts';

/** How far a measurement is. */
export interface MeasuringProgress {
  readonly stage: 'embed' | 'compare';
  /** 0 to 1. */
  readonly share: number;
}

/** What a calibration is made from. */
export interface CalibrateSettings {
  readonly photographs: PeoplePhotographs;
  /** Name of the population: a `calibrationName`. */
  readonly population: string;
  /** Those to share the work, one for each core; all with the same models. */
  readonly analysers: readonly [FaceAnalyser, ...FaceAnalyser[]];
  /** Version of the way from bytes to embedding. */
  readonly pipeline: string;
  readonly resampling: Resampling;
  /** For the record. `date` is a day, `2026-01-31`. */
  readonly made: {
    readonly productVersion: string;
    readonly date: string;
    readonly command: string;
  };
  /** `kept` gives the stricter thresholds; they hold for whitened photos too. */
  readonly chipBackground: ChipBackground;
  /** Makes the chip photos. Default: {@link simulateChipPhoto} with that background. */
  readonly simulateChip?: SimulateChip;
  readonly onProgress?: (progress: MeasuringProgress) => void;
}

/** A calibration, and the photographs that could not take part in it. */
export interface CalibrateResult {
  readonly calibration: Calibration;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Measures what the cosine means among some people: the thresholds at the offered FARs and at those
 * divided over attempts, for photographs with photographs and for chip photos with photographs.
 *
 * Impostors are all pairs of photographs of different people, genuine pairs all different photographs
 * of one person. The document holds counts and thresholds; no name, no file name, no embedding.
 *
 * @throws {EvaluateError} `evaluate.population-name`, `evaluate.too-few-comparisons`, `evaluate.not-separable`,
 * `evaluate.nothing-readable`, `evaluate.bad-embedding`; the engine's errors
 */
export const calibrate = async (settings: CalibrateSettings): Promise<CalibrateResult> => {
  const { photographs, population, analysers, resampling, made, onProgress } = settings;
  if (!calibrationName.safeParse(population).success) {
    throw new EvaluateError('evaluate.population-name', { population });
  }
  const { full, chip, unreadable } = await embedAll(
    photographs.paths.map((path) => ({ path, asChip: true })),
    {
      analysers,
      simulateChip:
        settings.simulateChip ??
        ((photograph, face) => simulateChipPhoto(photograph, face, settings.chipBackground)),
      onProgress: ({ done, total }) => onProgress?.({ stage: 'embed', share: done / total }),
    },
  );
  const missing = new Set(unreadable.map(({ photograph }) => photograph));
  const readable = photographs.paths
    .map((_, index) => index)
    .filter((index) => !missing.has(index));
  const pairs: readonly ImagePair[] = ['FacePic-FacePic', 'IDPic-FacePic'];
  const tables = pairs.map((pair, index) =>
    measureTable(pair, {
      ...photographs,
      photographs: readable,
      full,
      chip,
      resampling,
      onProgress: (share) => onProgress?.({ stage: 'compare', share: (index + share) / 2 }),
    }),
  );
  const { models, ...engine } = localEngineIdentity(analysers[0], settings.pipeline);
  const calibration = calibrationSchema.parse({
    formatVersion: 1,
    id: `${population}-${made.date}-${calibrationDigest({ models: { ...models }, engine, tables })}`,
    population,
    engine,
    models,
    tables,
    made: {
      ...made,
      chipSimulation: chipSimulationText(settings.chipBackground),
      seed: resampling.seed,
      bootstrapReplicates: resampling.replicates,
    },
  } satisfies Calibration);
  return { calibration, unreadable };
};
