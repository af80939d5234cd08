import { cosineOf } from '../face/types.ts';

/** A centred embedding of unit length, and the quality of the photograph it is from. */
export interface WeightedEmbedding {
  readonly embedding: Float32Array;
  /** 0 to 1; only its share of all of them counts. */
  readonly quality: number;
}

/** Several photographs of one person as one side of a comparison. */
export interface FrameTemplate {
  /** No longer than unit length: its product with a unit embedding is the similarity. */
  readonly template: Float32Array;
  /** How many photographs are in it. */
  readonly framesUsed: number;
}

/**
 * The template of a target and further frames of the same moment.
 *
 * A frame that is less like the target than `leastCosine` is left out, since it is of somebody who
 * stepped in, or of a picture held up: it can neither help nor harm. With a target alone the template
 * is its very embedding, so that its similarity is bit for bit that of a single photograph.
 *
 * @param leastCosine - from here on two photographs are taken to be of one person.
 */
export const templateOf = (
  target: WeightedEmbedding,
  furtherFrames: readonly WeightedEmbedding[],
  leastCosine: number,
): FrameTemplate => {
  const others = furtherFrames.filter(
    ({ embedding, quality }) => quality > 0 && cosineOf(target.embedding, embedding) >= leastCosine,
  );
  if (others.length === 0) return { template: target.embedding, framesUsed: 1 };
  const used = target.quality > 0 ? [target, ...others] : others;
  return { template: fuse(used), framesUsed: used.length };
};

/**
 * Σ wᵢ·eᵢ ÷ √|Σ wᵢ·eᵢ|, with the qualities' shares as weights w.
 *
 * The mean of unit embeddings is the shorter, the less they agree. Made unit length again, strangers
 * profit from that, too, and more of them pass than at a single photograph's threshold; left as it
 * is, it costs hits. Divided by the square root of its length it was measured to do neither
 * (docs/decisions/0023), so the thresholds of single photographs hold for it.
 */
const fuse = (frames: readonly WeightedEmbedding[]): Float32Array => {
  const total = frames.reduce((sum, { quality }) => sum + quality, 0);
  const length = frames[0]?.embedding.length ?? 0;
  const mean = new Float64Array(length);
  for (const { embedding, quality } of frames)
    for (let i = 0; i < length; i++)
      mean[i] = (mean[i] ?? 0) + (quality / total) * (embedding[i] ?? 0);
  const size = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0));
  // Embeddings that cancel each other out are like nobody.
  const scale = size === 0 ? 0 : 1 / Math.sqrt(size);
  return Float32Array.from(mean, (value) => value * scale);
};
