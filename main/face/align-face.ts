import type { EmbeddingModel } from '../../models/manifest-schema.ts';
import { FaceError } from './face-error.ts';
import type { FivePoints } from './face-landmarks.ts';
import {
  fitSimilarity,
  invertTransform,
  scaleOf,
  type SimilarityTransform,
} from './similarity-transform.ts';
import type { Point } from './types.ts';

/**
 * Where the pixels of an aligned face come from: the similarity that lays the five points on the
 * model's template, turned round. The template of the manifest is shrunk about its centre by
 * `zoomOut`, which shows a little more of the head.
 */
export const alignmentOf = (
  points: FivePoints,
  { template, width, height, zoomOut }: EmbeddingModel['embedding']['alignment'],
): SimilarityTransform => {
  const centre: Point = { x: width / 2, y: height / 2 };
  const goal = template.map(([x, y]) => ({
    x: centre.x + (x - centre.x) / zoomOut,
    y: centre.y + (y - centre.y) / zoomOut,
  }));
  return invertTransform(fitSimilarity(points, goal));
};

/**
 * The alignment of a face for a model, if there is one. Points that are no numbers, or all in one
 * place, would give a crop of nothing but background; and two such crops are perfectly alike.
 *
 * @throws FaceError `engine.bad-output`.
 */
export const usableAlignmentOf = (
  points: FivePoints,
  { id, embedding }: EmbeddingModel,
): SimilarityTransform => {
  const toPhotograph = alignmentOf(points, embedding.alignment);
  const scale = scaleOf(toPhotograph);
  if (!(scale > 1e-3 && Number.isFinite(scale)))
    throw new FaceError('engine.bad-output', { model: id });
  return toPhotograph;
};
