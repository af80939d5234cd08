/** How long to wait before trying a thing again that keeps failing. Milliseconds. */
export interface BackOff {
  readonly initial: number;
  readonly maximum: number;
}

/** The wait after the n-th failure in a row (n ≥ 1): doubles each time up to the maximum. */
export const backOffDelay = ({ initial, maximum }: BackOff, failures: number): number =>
  Math.min(maximum, initial * 2 ** (failures - 1));
