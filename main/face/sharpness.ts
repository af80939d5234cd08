/** Below this standard deviation, in steps of luma, there is nothing that could be sharp. */
const leastContrast = 1;

/**
 * How sharp a face is: the variance of the Laplacian (4 neighbours) over the variance of luma, on the
 * aligned crop, so that neither the light nor the size of the face counts. No unit; 0 for a plain
 * colour, 20 for noise. Noise passes for detail.
 *
 * @param luma - of the crop, `width` pixels a row.
 * @param face - indices of the pixels to measure; those on the rim are left out.
 */
export const sharpnessOf = (luma: Float32Array, width: number, face: readonly number[]): number => {
  const inner = face.filter(
    (i) => i % width > 0 && i % width < width - 1 && i >= width && i < luma.length - width,
  );
  const at = (index: number): number => luma[index] ?? 0;
  const edges = inner.map((i) => at(i - 1) + at(i + 1) + at(i - width) + at(i + width) - 4 * at(i));
  const contrast = varianceOf(inner.map(at));
  return contrast < leastContrast ** 2 ? 0 : varianceOf(edges) / contrast;
};

const varianceOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
};
