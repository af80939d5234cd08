/** Evenly spread numbers from 0 (included) to 1, the same for the same seed (mulberry32). */
const seededNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Floats between −range and range. */
export const seededFloats = (length: number, seed: number, range = 1): Float32Array => {
  const next = seededNumbers(seed);
  return Float32Array.from({ length }, () => (next() * 2 - 1) * range);
};

/** Bytes of every value, as pixels of a picture without any content. */
export const seededBytes = (length: number, seed: number): Uint8Array => {
  const next = seededNumbers(seed);
  return Uint8Array.from({ length }, () => Math.floor(next() * 256));
};

/** Largest difference of two lists, as a share of the largest number of the expected one. */
export const relativeDifference = (actual: Float32Array, expected: Float32Array): number => {
  let difference = actual.length === expected.length ? 0 : Infinity;
  let scale = 0;
  expected.forEach((value, i) => {
    difference = Math.max(difference, Math.abs(value - (actual[i] ?? NaN)));
    scale = Math.max(scale, Math.abs(value));
  });
  return Number.isNaN(difference) ? Infinity : difference / (scale || 1);
};
