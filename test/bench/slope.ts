/** How steeply values rise or fall, and how far chance may have moved that. */
export interface Slope {
  readonly perStep: number;
  /** Standard error of `perStep`, for deviations that do not depend on each other. */
  readonly standardError: number;
}

/** Ordinary least squares of values that are one step apart; at least three. */
export const slopeOf = (values: readonly number[]): Slope => {
  const count = values.length;
  const meanX = (count - 1) / 2;
  const meanY = values.reduce((sum, value) => sum + value, 0) / count;
  const sum = (term: (x: number, y: number) => number): number =>
    values.reduce((total, value, index) => total + term(index - meanX, value - meanY), 0);
  const spread = sum((x) => x * x);
  const perStep = sum((x, y) => x * y) / spread;
  const missed = sum((x, y) => (y - perStep * x) ** 2);
  return { perStep, standardError: Math.sqrt(missed / (count - 2) / spread) };
};
