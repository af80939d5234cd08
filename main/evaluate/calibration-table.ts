import type { CalibrationPoint, CalibrationTable, ImagePair } from '../compare/calibration.ts';
import { offeredFars } from '../compare/contract.ts';
import { formatFar } from '../compare/far.ts';
import { compareAll } from './compare-all.ts';
import type { Comparisons, Embeddings, GenuineComparisons } from './comparisons.ts';
import { EvaluateError } from './evaluate-error.ts';
import { calibratedFars, impostorPairsFor, isSupported } from './measured-fars.ts';
import { frrsAtThresholds, thresholdsAtFars, type Resampling } from './measured.ts';
import { scoreShares } from './score-shares.ts';

/** The photographs a table is measured on. */
export interface TableInput {
  readonly full: Embeddings;
  readonly chip: Embeddings;
  /** Those that could be read, by index. */
  readonly photographs: readonly number[];
  readonly personOf: Uint32Array;
  readonly people: number;
  readonly resampling: Resampling;
  readonly onProgress?: (share: number) => void;
}

/**
 * Measures the table of one pair of image types.
 *
 * Chip photos are compared in both directions: the chip photo of each photograph with every other
 * photograph.
 *
 * @throws {EvaluateError} `evaluate.too-few-comparisons`, `evaluate.not-separable`
 */
export const measureTable = (pair: ImagePair, input: TableInput): CalibrationTable => {
  const { full, chip, photographs, personOf } = input;
  const withChip = pair === 'IDPic-FacePic';
  const directions = withChip ? 2 : 1;
  const comparisons = compareAll({
    ...(withChip ? { rows: chip, columns: full, columnPhotographs: photographs } : { rows: full }),
    rowPhotographs: photographs,
    personOf,
    people: input.people,
    largestFar: Number(offeredFars[0]),
    ...(input.onProgress && { onProgress: input.onProgress }),
  });
  const points = measurePoints(pair, comparisons, directions, input.resampling);
  const side = withChip ? chip : full;
  return {
    pair,
    people: new Set(photographs.map((photograph) => personOf[photograph])).size,
    photographs: photographs.length,
    failuresToFindFace: photographs.filter((photograph) => side[photograph] === undefined).length,
    impostorCount: comparisons.impostors.count,
    genuineCount: comparisons.genuine.scores.length,
    genuinePeople: peopleWithScore(comparisons.genuine),
    directions,
    points: [...points],
    genuineScores: scoreShares(comparisons.genuine.scores, points),
  };
};

const peopleWithScore = ({ scores, personOf }: GenuineComparisons): number =>
  new Set(personOf.filter((_, index) => Number.isFinite(scores[index]))).size;

const measurePoints = (
  pair: ImagePair,
  comparisons: Comparisons,
  directions: number,
  resampling: Resampling,
): readonly CalibrationPoint[] => {
  const impostorPairs = comparisons.impostors.count / directions;
  const fars = calibratedFars.filter((far) => isSupported(far, impostorPairs));
  assertOfferedAreSupported(pair, comparisons, directions);
  const thresholds = thresholdsAtFars(comparisons, fars, resampling);
  // Rounded up, a threshold still keeps to its FAR; the FRR is that of the number written down.
  const written = thresholds.map(({ value }) => roundUp(value));
  assertRising(pair, fars, written);
  const frrs = frrsAtThresholds(comparisons, written, resampling);
  return fars.map((far, index) => {
    const [low, high] = thresholds[index]?.interval95 ?? [NaN, NaN];
    const frr = frrs[index];
    const [frrLow, frrHigh] = frr?.interval95 ?? [NaN, NaN];
    return {
      far,
      threshold: written[index] ?? NaN,
      interval95: [round(low), Math.min(1, round(high))],
      frr: round(frr?.value ?? NaN),
      frrInterval95: [round(frrLow), round(frrHigh)],
    };
  });
};

const assertOfferedAreSupported = (
  pair: ImagePair,
  { impostors, genuine }: Comparisons,
  directions: number,
): void => {
  const unsupported = offeredFars.find(
    (far) => !isSupported(Number(far), impostors.count / directions),
  );
  if (unsupported === undefined && genuine.scores.some(Number.isFinite)) return;
  const far = unsupported ?? offeredFars[0];
  throw new EvaluateError('evaluate.too-few-comparisons', {
    pair,
    far,
    impostors: impostors.count,
    genuine: genuine.scores.length,
    impostorsNeeded: impostorPairsFor(Number(far)) * directions,
  });
};

/** The score must rise with the cosine, so each offered FAR needs a threshold of its own. */
const assertRising = (
  pair: ImagePair,
  fars: readonly number[],
  thresholds: readonly number[],
): void => {
  let last = -1;
  for (const offered of offeredFars) {
    const threshold = thresholds[fars.indexOf(Number(offered))] ?? NaN;
    if (!(threshold > last && threshold < 1)) {
      throw new EvaluateError('evaluate.not-separable', { pair, far: formatFar(Number(offered)) });
    }
    last = threshold;
  }
};

const roundUp = (value: number): number => Math.ceil(value * 1e6) / 1e6;
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
