/** A live frame: its embedding and how well it suits a comparison (`frameQuality`). */
export interface Frame {
  readonly embedding: Float32Array;
  readonly quality: number;
}

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
export const bestFrame = (frames: readonly Frame[]): Frame | undefined =>
  frames.reduce<Frame | undefined>(
    (best, frame) => (best === undefined || frame.quality > best.quality ? frame : best),
    undefined,
  );

/**
 * Ways to make one template of a guest's three frames; the length of a template is part of the score.
 */
export const fusions: Readonly<Record<string, (frames: readonly Frame[]) => Float32Array>> = {
  'one frame': (frames) => weightedMean(frames.slice(0, 1)),
  'the best of three': (frames) => bestFrame(frames)?.embedding ?? new Float32Array(),
  'two frames': (frames) => withLength(weightedMean(frames.slice(0, 2)), 0.5),
  '**three frames, by quality, Σw·e ÷ √‖Σw·e‖**': (frames) => withLength(weightedMean(frames), 0.5),
  'the same, all frames alike': (frames) =>
    withLength(weightedMean(frames.map(({ embedding }) => ({ embedding, quality: 1 }))), 0.5),
  'three frames, unit length': (frames) => withLength(weightedMean(frames), 0),
  'three frames, Σw·e as it is': (frames) => weightedMean(frames),
};
