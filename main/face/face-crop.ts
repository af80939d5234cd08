import type { EmbeddingModel } from '../../models/manifest-schema.ts';
import { usableAlignmentOf } from './align-face.ts';
import type { LocatedFace } from './locate-face.ts';
import { pixelsWithin } from './polygon-pixels.ts';
import type { RgbImage } from './rgb-image.ts';
import { applyTransform, invertTransform } from './similarity-transform.ts';
import { warpInto } from './warp.ts';

/** An aligned face, as the embedding network would be shown it, to be measured. */
export interface FaceCrop {
  readonly image: RgbImage;
  /** The pixels of a region whose corners are landmarks, as indices of the crop's pixels. */
  readonly region: (corners: readonly number[]) => readonly number[];
}

/**
 * Aligns a face for measuring. Every face has the same size there, so that measures can be compared.
 *
 * @throws FaceError `engine.bad-output` if its five points give no alignment.
 */
export const cropFace = (
  { landmarks, pyramid, path }: LocatedFace,
  model: EmbeddingModel,
): FaceCrop => {
  const { width, height } = model.embedding.alignment;
  const toPhotograph = usableAlignmentOf(landmarks.points, model);
  const data = new Uint8Array(width * height * 3);
  const target = {
    data,
    channels: [0, 1, 2],
    step: 3,
    width,
    height,
    scale: 1,
    bias: 0.5,
  } as const;
  warpInto(pyramid, toPhotograph, target, path.outside);
  const toCrop = invertTransform(toPhotograph);
  return {
    image: { width, height, data },
    region: (corners) =>
      pixelsWithin(
        corners.map((index) => applyTransform(toCrop, landmarks.mesh(index))),
        { width, height },
      ),
  };
};
