import type { EmbeddingModel } from '../../models/manifest-schema.ts';
import { usableAlignmentOf } from './align-face.ts';
import { FaceError } from './face-error.ts';
import type { LocatedFace } from './locate-face.ts';
import { mirrorCrop } from './mirror-crop.ts';
import type { Network } from './model-session.ts';
import { warpInto } from './warp.ts';

/** Embeddings of some faces, in order, and how long the two stages took for all of them. */
export interface Embedded {
  readonly vectors: readonly Float32Array[];
  readonly alignMs: number;
  readonly embedMs: number;
}

/**
 * Aligns faces and runs the embedding network on all of them at once (two together take less time
 * than one after the other). Where the manifest says so, each face is embedded with its mirror image,
 * and the direction of the mean of both counts: what is left is less a matter of light and pose.
 *
 * @throws FaceError `engine.bad-output` if a face cannot be aligned or its vector is no direction: what
 *   comes of that must never be compared.
 */
export const embedFaces = async (
  network: Network<EmbeddingModel>,
  faces: readonly LocatedFace[],
): Promise<Embedded> => {
  const crops: readonly Crop[] = faces.flatMap((face) =>
    network.model.embedding.mirrored
      ? [
          { face, isMirrored: false },
          { face, isMirrored: true },
        ]
      : [{ face, isMirrored: false }],
  );
  const batch = Math.min(crops.length, network.model.input.maxBatch ?? crops.length);
  const vectors: Float32Array[] = [];
  let alignMs = 0;
  let embedMs = 0;
  for (let first = 0; first < crops.length; first += batch) {
    const some = crops.slice(first, first + batch);
    const begun = performance.now();
    alignInto(network, some);
    const aligned = performance.now();
    vectors.push(...(await runOn(network, some.length)));
    alignMs += aligned - begun;
    embedMs += performance.now() - aligned;
  }
  const perFace = crops.length / Math.max(1, faces.length);
  return {
    vectors: faces.map((_, face) =>
      meanDirection(vectors.slice(face * perFace, (face + 1) * perFace), network.model),
    ),
    alignMs,
    embedMs,
  };
};

/** What the network is shown once: a face, or its mirror image. */
interface Crop {
  readonly face: LocatedFace;
  readonly isMirrored: boolean;
}

const alignInto = (network: Network<EmbeddingModel>, crops: readonly Crop[]): void => {
  const buffer = network.buffer(crops.length);
  for (const [index, { face, isMirrored }] of crops.entries()) {
    const target = buffer.target(index);
    // A mirror image follows its face: where both are in one run, the face need not be warped again.
    if (isMirrored && index > 0) mirrorCrop(buffer.target(index - 1), target);
    else {
      const { landmarks, pyramid, path } = face;
      warpInto(pyramid, usableAlignmentOf(landmarks.points, network.model), target, path.outside);
      if (isMirrored) mirrorCrop({ ...target, data: target.data.slice() }, target);
    }
  }
};

const runOn = async (
  network: Network<EmbeddingModel>,
  count: number,
): Promise<readonly Float32Array[]> => {
  const { embedding } = network.model;
  const outputs = await network.run(count);
  const numbers = outputs.get(embedding.vector) ?? new Float32Array();
  return Array.from({ length: count }, (_, index) =>
    directionOf(
      numbers.subarray(index * embedding.length, (index + 1) * embedding.length),
      network.model,
    ),
  );
};

const meanDirection = (
  [first = new Float32Array(), mirrored]: readonly Float32Array[],
  model: EmbeddingModel,
): Float32Array =>
  mirrored === undefined
    ? first
    : directionOf(
        first.map((value, i) => value + (mirrored[i] ?? 0)),
        model,
      );

const directionOf = (vector: Float32Array, { id, embedding }: EmbeddingModel): Float32Array => {
  const length = Math.hypot(...vector);
  if (vector.length !== embedding.length || !(length > 1e-6) || !Number.isFinite(length))
    throw new FaceError('engine.bad-output', { model: id });
  return vector.map((value) => value / length);
};
