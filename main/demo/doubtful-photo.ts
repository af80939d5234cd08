import { cropLikeChip } from '../evaluate/chip-crop.ts';
import { fitIntoChip } from '../evaluate/chip-simulation.ts';
import { flattenBackground } from '../evaluate/flatten-background.ts';
import { decodeImage } from '../face/decode-image.ts';
import type { RgbImage } from '../face/rgb-image.ts';
import { cosineOf, type FaceAnalyser } from '../face/types.ts';
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

/**
 * How alike photo and frames shall be. The thresholds of models/calibration/east-asian.json for a chip
 * photo: with three attempts at a FAR of 0.1 % scores from cosine 0.528 to 0.596 go to a person, with
 * one attempt those from 0.482 to 0.568. This lies well inside both.
 */
const doubtfulCosine = 0.556;

/** How much of the look-alike is tried. Below, it is the holder; above, it is the look-alike. */
const shares = Array.from({ length: 40 }, (_, step) => 0.35 + step * 0.005);

/**
 * Makes the photo block of a card whose holder has changed much since: alike enough not to be a
 * stranger, not enough to pass.
 *
 * So little of a photo fits into a chip that a hair's breadth more of the look-alike can change the
 * score by several points. Therefore many photos are made, and the one is taken whose likeness to the
 * frames is nearest to what was wanted.
 *
 * @throws FaceError when bytes are no photograph; DemoError `demo.no-face`.
 */
export const makeDoubtfulPhoto = async (
  analyser: FaceAnalyser,
  { holder, lookalike, frames }: DoubtfulPhotoParts,
): Promise<Uint8Array> => {
  const seen = await embeddingsOf(analyser, frames, 'FacePic');
  const [own, other] = [await headOf(analyser, holder), await headOf(analyser, lookalike)];
  const photos = await Promise.all(
    shares.map((share) => fitIntoChip(flattenBackground(blend(own, other, share)))),
  );
  const embeddings = await embeddingsOf(analyser, photos, 'IDPic');
  const missedBy = embeddings.map((photo) =>
    photo === undefined ? Infinity : farthest(photo, seen),
  );
  const best = photos[missedBy.indexOf(Math.min(...missedBy))];
  if (best === undefined) throw new DemoError('demo.no-face');
  return photoBlock(best);
};

/** How far the frame that misses the wanted likeness most is from it. */
const farthest = (photo: Float32Array, frames: readonly (Float32Array | undefined)[]): number =>
  Math.max(
    ...frames.map((frame) =>
      frame === undefined ? Infinity : Math.abs(cosineOf(photo, frame) - doubtfulCosine),
    ),
  );

const embeddingsOf = async (
  analyser: FaceAnalyser,
  images: readonly Uint8Array[],
  type: 'IDPic' | 'FacePic',
): Promise<readonly (Float32Array | undefined)[]> => {
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
