/** So many of so many. */
export interface Share {
  /** Not whole where it was made of a share. */
  readonly hits: number;
  readonly of: number;
  /** Standard deviations of the normal distribution that chance is granted in it. */
  readonly z: number;
}

/**
 * How much greater one share is than another at the least, in 0 to 1, as far as chance can tell: the
 * lower end of Newcombe's interval for a difference of shares (Statistics in Medicine 17, 1998,
 * method 10), which is made of Wilson's intervals and holds for shares near 0 and 1.
 */
export const leastDifference = (greater: Share, lesser: Share): number => {
  const [a, b] = [greater.hits / greater.of, lesser.hits / lesser.of];
  const below = a - wilson(greater)[0];
  const above = wilson(lesser)[1] - b;
  return a - b - Math.hypot(below, above);
};

/** Wilson's interval for a share (Journal of the American Statistical Association 22, 1927). */
const wilson = ({ hits, of, z }: Share): readonly [number, number] => {
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [(middle - half) / scale, (middle + half) / scale];
};
