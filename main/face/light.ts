/** How a face is lit. */
export interface Light {
  /** Mean luma, 0 to 255. */
  readonly brightness: number;
  /** Standard deviation of luma, 0 to 127.5. */
  readonly contrast: number;
  /** Mean luma of the darker half over that of the brighter one, left and right: 0 to 1. */
  readonly evenness: number;
}

/**
 * Measures the light on a face.
 *
 * @param luma - of an upright face whose middle is the middle column.
 * @param width - pixels in a row of it.
 * @param face - indices of the pixels that are face; without any, all numbers are NaN.
 */
export const lightOf = (luma: Float32Array, width: number, face: readonly number[]): Light => {
  const values = face.map((index) => luma[index] ?? 0);
  const brightness = meanOf(values);
  const middle = (width - 1) / 2;
  const left = meanOf(values.filter((_, i) => (face[i] ?? 0) % width < middle));
  const right = meanOf(values.filter((_, i) => (face[i] ?? 0) % width > middle));
  return {
    brightness,
    contrast: Math.sqrt(meanOf(values.map((value) => (value - brightness) ** 2))),
    // Two black halves are alike.
    evenness: left === right ? 1 : Math.min(left, right) / Math.max(left, right),
  };
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
