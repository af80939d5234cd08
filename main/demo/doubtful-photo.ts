import { centred } from '../evaluate/centred.ts';
import type { Embeddings } from '../evaluate/comparisons.ts';
import { cropLikeChip } from '../evaluate/chip-crop.ts';
import { fitIntoChip } from '../evaluate/chip-simulation.ts';
import { flattenBackground } from '../evaluate/flatten-background.ts';
import { decodeImage } from '../face/decode-image.ts';
import type { RgbImage } from '../face/rgb-image.ts';
import { tableFor } from '../compare/calibration-fit.ts';
import type { Calibration } from '../compare/calibration.ts';
import { createCentre } from '../compare/centring.ts';
import { isFarAtMost } from '../compare/far.ts';
import { cosineOf, type ImageType, type FaceAnalyser } from '../face/types.ts';
import { faceOf, photoBlock } from './card-photo.ts';
import { DemoError } from './demo-error.ts';

/** The photographs a doubtful photo is made from, as encoded files. */
export interface DoubtfulPhotoParts {
  readonly holder: Uint8Array;
  /** Somebody else, of whom the photo gets some features. */
  readonly lookalike: Uint8Array;
  /** What the camera will see of the holder. */
  readonly frames: readonly Uint8Array[];
}

/** How much of the look-alike is tried first. Below, it is the holder; above, it is the look-alike. */
const coarseShares = Array.from({ length: 11 }, (_, step) => 0.4 + step * 0.025);

/** What is tried around the best of them. */
const fineSteps = [-4, -3, -2, -1, 1, 2, 3, 4].map((step) => step * 0.005);

/**
 * Makes the photo block of a card whose holder has changed much since: alike enough not to be a
 * stranger, not enough to pass.
 *
 * So little of a photo fits into a chip that a hair's breadth more of the look-alike can change the
 * score by several points. Therefore many photos are made, first far apart and then around the best,
 * and the one is taken whose likeness to the frames is nearest to what was wanted.
 *
 * @throws FaceError when bytes are no photograph; DemoError `demo.no-face`.
 */
export const makeDoubtfulPhoto = async (
  analyser: FaceAnalyser,
  calibration: Calibration,
  { holder, lookalike, frames }: DoubtfulPhotoParts,
): Promise<Uint8Array> => {
  const wanted = doubtfulCosine(calibration);
  const centre = createCentre(calibration.centring);
  const embed = async (images: readonly Uint8Array[], type: ImageType): Promise<Embeddings> =>
    centred(await embeddingsOf(analyser, images, type), centre);
  const seen = await embed(frames, 'FacePic');
  const [own, other] = [await headOf(analyser, holder), await headOf(analyser, lookalike)];
  const tryShares = async (shares: readonly number[]): Promise<readonly Tried[]> => {
    const photos = await Promise.all(
      shares.map((share) => fitIntoChip(flattenBackground(blend(own, other, share)))),
    );
    const embeddings = await embed(photos, 'IDPic');
    return shares.flatMap((share, index) => {
      const [photo, embedding] = [photos[index], embeddings[index]];
      if (photo === undefined || embedding === undefined) return [];
      return [{ share, photo, missedBy: farthest(embedding, seen, wanted) }];
    });
  };
  const coarse = await tryShares(coarseShares);
  const { share } = bestOf(coarse);
  const fine = await tryShares(fineSteps.map((step) => share + step));
  return photoBlock(bestOf([...coarse, ...fine]).photo);
};

interface Tried {
  readonly share: number;
  readonly photo: Uint8Array;
  /** How far the frame that misses the wanted likeness most is from it. */
  readonly missedBy: number;
}

const bestOf = (tried: readonly Tried[]): Tried => {
  const [best] = tried.toSorted((a, b) => a.missedBy - b.missedBy);
  if (best === undefined) throw new DemoError('demo.no-face');
  return best;
};

/**
 * How alike photo and frames shall be: in the middle of what goes to a person at a FAR of 0.1 %, with
 * one attempt (thresholds at 1 % and 0.1 %) and with three (those at a third of each).
 */
const doubtfulCosine = (calibration: Calibration): number => {
  const { points } = tableFor(calibration, 'IDPic', 'FacePic');
  const thresholdAt = (far: number): number =>
    points.find((point) => isFarAtMost(point.far, far))?.threshold ?? NaN;
  return (thresholdAt(0.01 / 3) + thresholdAt(0.001)) / 2;
};

/** How far the frame that misses the wanted likeness most is from it. */
const farthest = (photo: Float32Array, frames: Embeddings, wanted: number): number =>
  Math.max(
    ...frames.map((frame) =>
      frame === undefined ? Infinity : Math.abs(cosineOf(photo, frame) - wanted),
    ),
  );

const embeddingsOf = async (
  analyser: FaceAnalyser,
  images: readonly Uint8Array[],
  type: ImageType,
): Promise<Embeddings> => {
  const analyses = await analyser.analyse(images.map((image) => ({ type, image })));
  return analyses.map(({ face }) => face?.embedding);
};

const headOf = async (analyser: FaceAnalyser, photograph: Uint8Array): Promise<RgbImage> =>
  cropLikeChip(await decodeImage(photograph), await faceOf(analyser, photograph));

/** Both heads lie eye on eye. */
const blend = (own: RgbImage, other: RgbImage, share: number): RgbImage => ({
  ...own,
  data: own.data.map((value, at) =>
    Math.round(value + ((other.data[at] ?? value) - value) * share),
  ),
});
