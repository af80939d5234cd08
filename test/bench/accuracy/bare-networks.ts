import { BlazefaceDetector } from '../../../main/face/blazeface-detector.ts';
import { usableAlignmentOf } from '../../../main/face/align-face.ts';
import type { FaceFinder, LocatedFace } from '../../../main/face/locate-face.ts';
import { mirrorCrop } from '../../../main/face/mirror-crop.ts';
import { ModelSession, type Network } from '../../../main/face/model-session.ts';
import type { SimilarityTransform } from '../../../main/face/similarity-transform.ts';
import { warpInto } from '../../../main/face/warp.ts';
import type { EmbeddingModel } from '../../../models/manifest-schema.ts';
import { modelPipeline, readModelManifest } from '../../../models/manifest.ts';

/** The networks without the pipeline around them, whose choices a bench is to vary. */
export interface BareNetworks {
  readonly finder: FaceFinder;
  readonly embedding: Network<EmbeddingModel>;
}

/** Loads the three networks of the manifest, one thread each. */
export const loadBareNetworks = async (modelsDirectory: string): Promise<BareNetworks> => {
  const models = modelPipeline(readModelManifest(modelsDirectory));
  const load = { threads: 1 };
  const detector = await ModelSession.load(modelsDirectory, models.detector, load);
  const landmarks = await ModelSession.load(modelsDirectory, models.landmarks, load);
  const embedding = await ModelSession.load(modelsDirectory, models.embedding, load);
  const finder = {
    detector: new BlazefaceDetector(detector),
    detectorModel: models.detector,
    landmarks,
  };
  return { finder, embedding };
};

/** The embedding of a face and of its mirror image, each of unit length. */
export interface BothWays {
  readonly plain: Float32Array;
  readonly mirrored: Float32Array;
}

/**
 * Embeds a face and its mirror image.
 *
 * @param toPhotograph - where the aligned crop's pixels come from; default as the manifest has it.
 */
export const embedBothWays = async (
  { embedding: network }: BareNetworks,
  { landmarks, pyramid, path }: Pick<LocatedFace, 'landmarks' | 'pyramid' | 'path'>,
  toPhotograph: SimilarityTransform = usableAlignmentOf(landmarks.points, network.model),
): Promise<BothWays> => {
  const buffer = network.buffer(2);
  const [crop, mirror] = [buffer.target(0), buffer.target(1)];
  warpInto(pyramid, toPhotograph, crop, path.outside);
  mirrorCrop(crop, mirror);
  const { vector, length } = network.model.embedding;
  const numbers = (await network.run(2)).get(vector) ?? new Float32Array();
  return {
    plain: unit(numbers.slice(0, length)),
    mirrored: unit(numbers.slice(length, 2 * length)),
  };
};

const unit = (vector: Float32Array): Float32Array => {
  const size = Math.hypot(...vector);
  if (!(size > 1e-6 && Number.isFinite(size))) throw new Error('An embedding has no direction.');
  return vector.map((value) => value / size);
};
