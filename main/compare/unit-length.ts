/**
 * Whether an embedding is a direction: finite, and of length 1. Anything else must never be compared;
 * a product with Infinity in it, cut off at 1, would be a perfect match.
 */
export const isUnitLength = (embedding: Float32Array): boolean => {
  const length = Math.sqrt(embedding.reduce((sum, value) => sum + value * value, 0));
  return Math.abs(length - 1) < 1e-3;
};
