import { createCentre, type Centring } from '../compare/centring.ts';
import { assertCalibrationFits } from '../compare/calibration-fit.ts';
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
import type { Embeddings } from './comparisons.ts';
import { EvaluateError } from './evaluate-error.ts';
import { findGroups } from './find-groups.ts';
import { assertGroupsPossible, type GroupsToFind } from './groups-to-find.ts';
import { centred } from './centred.ts';
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
  /**
   * What is taken off embeddings before they are compared: that of another calibration of this engine,
   * or groups to find among these people. Left out, nothing is.
   */
  readonly centring?: Calibration | GroupsToFind;
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
 * `evaluate.nothing-readable`, `evaluate.bad-embedding`, and those of {@link findGroups}; the engine's
 * errors; {@link CalibrationError} `calibration.other-models` where the centring is another engine's
 */
export const calibrate = async (settings: CalibrateSettings): Promise<CalibrateResult> => {
  const { photographs, population, analysers, resampling, made, onProgress } = settings;
  if (!calibrationName.safeParse(population).success) {
    throw new EvaluateError('evaluate.population-name', { population });
  }
  if (settings.centring && 'named' in settings.centring) assertGroupsPossible(settings.centring);
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
  const centring = centringOf(settings, full);
  const centre = createCentre(centring);
  const faces = { full: centred(full, centre), chip: centred(chip, centre) };
  const pairs: readonly ImagePair[] = ['FacePic-FacePic', 'IDPic-FacePic'];
  const tables = pairs.map((pair, index) =>
    measureTable(pair, {
      ...photographs,
      photographs: readable,
      ...faces,
      resampling,
      onProgress: (share) => onProgress?.({ stage: 'compare', share: (index + share) / 2 }),
    }),
  );
  const { models, ...engine } = localEngineIdentity(analysers[0], settings.pipeline);
  const calibration = calibrationSchema.parse({
    formatVersion: 2,
    id: `${population}-${made.date}-${calibrationDigest({ models: { ...models }, engine, centring, tables })}`,
    population,
    engine,
    models,
    ...(centring && { centring }),
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

const centringOf = (
  { centring, analysers, pipeline, photographs, resampling }: CalibrateSettings,
  full: Embeddings,
): Centring | undefined => {
  if (centring === undefined) return undefined;
  if ('named' in centring) return findGroups(full, photographs.personOf, centring, resampling.seed);
  assertCalibrationFits(centring, localEngineIdentity(analysers[0], pipeline));
  return centring.centring && { ...centring.centring, recipe: `that of ${centring.id}` };
};
