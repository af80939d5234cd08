import type { EmbeddingModel } from '../../models/manifest-schema.ts';
import { usableAlignmentOf } from './align-face.ts';
import { FaceError } from './face-error.ts';
import type { LocatedFace } from './locate-face.ts';
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
 * than one after the other).
 *
 * @throws FaceError `engine.bad-output` if a face cannot be aligned or its vector is no direction: what
 *   comes of that must never be compared.
 */
export const embedFaces = async (
  network: Network<EmbeddingModel>,
  faces: readonly LocatedFace[],
): Promise<Embedded> => {
  const batch = Math.min(faces.length, network.model.input.maxBatch ?? faces.length);
  const vectors: Float32Array[] = [];
  let alignMs = 0;
  let embedMs = 0;
  for (let first = 0; first < faces.length; first += batch) {
    const some = faces.slice(first, first + batch);
    const begun = performance.now();
    alignInto(network, some);
    const aligned = performance.now();
    vectors.push(...(await runOn(network, some.length)));
    alignMs += aligned - begun;
    embedMs += performance.now() - aligned;
  }
  return { vectors, alignMs, embedMs };
};

const alignInto = (network: Network<EmbeddingModel>, faces: readonly LocatedFace[]): void => {
  const buffer = network.buffer(faces.length);
  for (const [index, { landmarks, pyramid, path }] of faces.entries()) {
    const toPhotograph = usableAlignmentOf(landmarks.points, network.model);
    warpInto(pyramid, toPhotograph, buffer.target(index), path.outside);
  }
};

const runOn = async (
  network: Network<EmbeddingModel>,
  count: number,
): Promise<readonly Float32Array[]> => {
  const { embedding, id } = network.model;
  const outputs = await network.run(count);
  const numbers = outputs.get(embedding.vector) ?? new Float32Array();
  return Array.from({ length: count }, (_, index) => {
    const vector = numbers.subarray(index * embedding.length, (index + 1) * embedding.length);
    const length = Math.hypot(...vector);
    if (vector.length !== embedding.length || !(length > 1e-6) || !Number.isFinite(length))
      throw new FaceError('engine.bad-output', { model: id });
    return vector.map((value) => value / length);
  });
};
