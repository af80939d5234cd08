import { join } from 'node:path';
import { imagePairOf, type Calibration } from '../compare/calibration.ts';
import { createCentre } from '../compare/centring.ts';
import { offeredFars } from '../compare/contract.ts';
import type { FaceAnalyser } from '../face/types.ts';
import type { MeasuringProgress } from './calibrate.ts';
import { centred } from './centred.ts';
import { simulateChipPhoto, type ChipBackground } from './chip-simulation.ts';
import { embedAll, type EmbeddedPhotographs, type SimulateChip } from './embed-all.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import { foldAccuracy } from './fold-accuracy.ts';
import { cosineOfPair, compareListed } from './compare-listed.ts';
import { compareRoles, indexPairs, type IndexedList } from './indexed-list.ts';
import type { Resampling } from './measured.ts';
import type { PairsList } from './pairs-list.ts';
import { reportSet } from './set-report.ts';
import { shippedThresholds } from './shipped-thresholds.ts';

/** What an evaluation is made from. */
export interface EvaluateSettings {
  readonly list: PairsList;
  /** The folder the list's paths start from. */
  readonly root: string;
  /** Those to share the work, one for each core; all with the same models. */
  readonly analysers: readonly [FaceAnalyser, ...FaceAnalyser[]];
  /** Version of the way from bytes to embedding. */
  readonly pipeline: string;
  /** Squeezes one side through the simulated chip photo. */
  readonly chip?: 'source' | 'target';
  /** Default: those every engine offers. */
  readonly fars?: readonly number[];
  /**
   * The calibration whose centring is used, and whose thresholds are tried on this set. Left out, plain
   * cosines are measured.
   */
  readonly calibration?: Calibration;
  readonly resampling: Resampling;
  /** What is behind the head on the simulated chip photos. */
  readonly chipBackground: ChipBackground;
  /** Makes the chip photos. Default: {@link simulateChipPhoto} with that background. */
  readonly simulateChip?: SimulateChip;
  readonly onProgress?: (progress: MeasuringProgress) => void;
}

/**
 * Measures the engine on a list of pairs: accuracy, the thresholds and TAR at some FARs on this set,
 * and what the shipped thresholds do on it.
 *
 * @throws {EvaluateError} `evaluate.nothing-readable`, `evaluate.bad-embedding`
 * @throws {CalibrationError} `calibration.other-models`, `calibration.pair-not-covered`
 */
export const evaluate = async (settings: EvaluateSettings): Promise<EvaluationReport> => {
  const { list, chip, calibration, resampling, onProgress } = settings;
  const pair = imagePairOf(chip === undefined ? 'FacePic' : 'IDPic', 'FacePic');
  const fars = (settings.fars ?? offeredFars.map(Number)).toSorted((a, b) => b - a);
  const shipped =
    calibration === undefined
      ? []
      : shippedThresholds(calibration, settings.analysers[0], settings.pipeline, pair, fars);
  const indexed = indexPairs(list, chip);
  const plain = await embedList(indexed, settings);
  const centre = createCentre(calibration?.centring);
  const embedded = {
    ...plain,
    full: centred(plain.full, centre),
    chip: centred(plain.chip, centre),
  };
  const readable = withoutUnreadable(indexed, embedded);

  const sources = chip === 'source' ? embedded.chip : embedded.full;
  const targets = chip === 'target' ? embedded.chip : embedded.full;
  const { people, personOf, knownBy, paths } = indexed.people;
  const scored = readable.map((one) => ({ ...one, cosine: cosineOfPair(one, sources, targets) }));
  const listed = compareListed(readable, sources, targets, personOf, people);
  const everyPair =
    knownBy === 'folder'
      ? compareRoles(readable, indexed, embedded, {
          chip,
          largestFar: Math.max(...fars),
          keepFrom: Math.min(...shipped.map(({ threshold }) => threshold)),
          onProgress: (share) => onProgress?.({ stage: 'compare', share }),
        })
      : undefined;

  const genuine = readable.filter(({ isSame }) => isSame).length;
  return {
    pair,
    chip: chip ?? 'none',
    pairs: {
      listed: indexed.pairs.length,
      genuine,
      impostor: readable.length - genuine,
      skipped: indexed.pairs.length - readable.length,
    },
    photographs: {
      distinct: paths.length,
      people,
      peopleKnownBy: knownBy,
      ...countWithoutFace(indexed, embedded),
    },
    unreadable: embedded.unreadable.map(({ photograph, code, message }) => ({
      path: paths[photograph] ?? '',
      code,
      message,
    })),
    accuracy: genuine > 0 && genuine < readable.length ? foldAccuracy(scored) : null,
    listed: reportSet(listed, fars, shipped, resampling),
    everyPair:
      everyPair === undefined
        ? null
        : reportSet(everyPair, fars, shipped, resampling, chip === undefined ? 1 : 2),
    calibration:
      calibration === undefined ? null : { id: calibration.id, population: calibration.population },
    resampling: { ...resampling },
  };
};

const embedList = (
  { people, chipPhotographs }: IndexedList,
  { root, analysers, chipBackground, simulateChip, onProgress }: EvaluateSettings,
): Promise<EmbeddedPhotographs> =>
  embedAll(
    people.paths.map((path, index) => ({
      path: join(root, path),
      asChip: chipPhotographs.has(index),
    })),
    {
      analysers,
      simulateChip:
        simulateChip ?? ((photograph, face) => simulateChipPhoto(photograph, face, chipBackground)),
      onProgress: ({ done, total }) => onProgress?.({ stage: 'embed', share: done / total }),
    },
  );

const withoutUnreadable = (
  { pairs }: IndexedList,
  { unreadable }: EmbeddedPhotographs,
): IndexedList['pairs'] => {
  const missing = new Set(unreadable.map(({ photograph }) => photograph));
  return pairs.filter(({ source, target }) => !missing.has(source) && !missing.has(target));
};

const countWithoutFace = (
  { people, chipPhotographs }: IndexedList,
  { full, chip, unreadable }: EmbeddedPhotographs,
): { readonly withoutFace: number; readonly chipWithoutFace: number } => {
  const missing = new Set(unreadable.map(({ photograph }) => photograph));
  const seen = people.paths.map((_, index) => index).filter((index) => !missing.has(index));
  return {
    withoutFace: seen.filter((index) => full[index] === undefined).length,
    chipWithoutFace: seen.filter((index) => chipPhotographs.has(index) && chip[index] === undefined)
      .length,
  };
};
