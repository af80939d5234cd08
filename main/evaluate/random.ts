/** Random numbers that can be repeated: 0 ≤ number < 1. */
export type Random = () => number;

/**
 * A seeded generator (sfc32 of the PractRand suite): the same seed gives the same measurement on
 * every machine. Not for secrets.
 */
export const createRandom = (seed: number): Random => {
  let [a, b, c, counter] = [0, seed | 0, Math.floor(seed / 2 ** 32) | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first outputs still show the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
};
