/**
 * Impostor scores, high to low. Of a very large measurement only the highest are kept, which are all
 * that a threshold at a small FAR depends on; `count` is the number of all.
 */
export interface SortedScores {
  readonly count: number;
  readonly scores: Float32Array;
}

/** How many of `count` comparisons a FAR lets through. A product that rounds to 2.9999… means 3. */
export const allowedAccepts = (count: number, far: number): number =>
  Math.min(count, Math.floor(count * far * (1 + 1e-12)));

/**
 * The threshold at a FAR: the smallest number that at most that share of the impostor scores reaches.
 * Scores that are equal pass or fail together, so with ties fewer may pass than the FAR allows.
 *
 * It is the single-precision number just above the highest score that must not pass; any lower
 * threshold lets that score through and exceeds the FAR.
 *
 * @throws RangeError where more scores would be needed than were kept.
 */
export const thresholdAtFar = ({ count, scores }: SortedScores, far: number): number => {
  const allowed = allowedAccepts(count, far);
  if (allowed === count) return -1;
  const highestRejected = scores[allowed];
  if (highestRejected === undefined) {
    throw new RangeError(`${scores.length} scores were kept, too few for a FAR of ${far}.`);
  }
  return nextAbove(highestRejected);
};

/** How many of scores sorted high to low reach a threshold. */
export const acceptedAt = (scores: Float32Array, threshold: number): number => {
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((scores[middle] ?? -Infinity) >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The smallest single-precision number above a finite one. */
export const nextAbove = (value: number): number => {
  const float = new Float32Array([value]);
  const bits = new Int32Array(float.buffer);
  const current = bits[0] ?? 0;
  // The bits of negative numbers grow away from zero; both zeros have the same successor.
  bits[0] = (float[0] ?? 0) > 0 ? current + 1 : float[0] === 0 ? 1 : current - 1;
  return float[0] ?? NaN;
};
