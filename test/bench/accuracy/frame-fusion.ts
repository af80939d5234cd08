import {
  templateOf,
  type WeightedEmbedding as Frame,
} from '../../../main/compare/frame-template.ts';

/** Frames without any quality count a little, too. */
const leastQuality = 0.01;

/** The frames' mean, weighted by quality. It is shorter the less the frames agree. */
export const weightedMean = (frames: readonly Frame[]): Float32Array => {
  const weights = frames.map(({ quality }) => Math.max(leastQuality, quality));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = new Float64Array(frames[0]?.embedding.length ?? 0);
  frames.forEach(({ embedding }, index) => {
    const share = (weights[index] ?? 0) / total;
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + share * (embedding[i] ?? 0);
  });
  return Float32Array.from(mean);
};

/** A vector made the given power of its length long: 0 makes it unit length, 1 leaves it. */
export const withLength = (vector: Float32Array, power: number): Float32Array => {
  const length = Math.hypot(...vector);
  return vector.map((value) => (value / length) * length ** power);
};

/** The frame of most quality. */
const bestFrame = (frames: readonly Frame[]): Frame | undefined =>
  frames.reduce<Frame | undefined>(
    (best, frame) => (best === undefined || frame.quality > best.quality ? frame : best),
    undefined,
  );

/** Makes one template of a guest's frames; `leastCosine`: from here on two frames are of one person. */
type Fusion = (frames: readonly Frame[], leastCosine: number) => Float32Array;

/** As the product fuses them: the best frame, and those of the others that are like it. */
const shipped: Fusion = (frames, leastCosine) => {
  const best = bestFrame(frames);
  if (best === undefined) return new Float32Array();
  const others = frames.filter((frame) => frame !== best);
  return templateOf(best, others, leastCosine).template;
};

/**
 * Ways to make one template of a guest's three frames; the length of a template is part of the score.
 */
export const fusions: Readonly<Record<string, Fusion>> = {
  'one frame': ([first]) => first?.embedding ?? new Float32Array(),
  'the best of three by quality': (frames) => bestFrame(frames)?.embedding ?? new Float32Array(),
  'two frames': (frames, leastCosine) => shipped(frames.slice(0, 2), leastCosine),
  '**three, by quality, Σw·e ÷ √length**': shipped,
  'three, by quality, none left out': (frames) => withLength(weightedMean(frames), 0.5),
  'three, all alike': (frames) =>
    withLength(weightedMean(frames.map(({ embedding }) => ({ embedding, quality: 1 }))), 0.5),
  'three, made unit length': (frames) => withLength(weightedMean(frames), 0),
  'three, the mean as it is': (frames) => weightedMean(frames),
};
