/** A score and its pass mark as people read them. */
export interface ScoreText {
  readonly score: string;
  readonly threshold: string;
}

/**
 * Writes a score and a pass mark with one decimal, or with as many as it takes for a score below the
 * mark to look below it.
 */
export const formatScoreAgainst = (score: number, threshold: number): ScoreText => {
  const digits = decimalsToTellApart(score, threshold);
  return { score: score.toFixed(digits), threshold: threshold.toFixed(digits) };
};

/** A score by itself, with one decimal. */
export const formatScore = (score: number): string => score.toFixed(1);

const mostDecimals = 6;

const decimalsToTellApart = (score: number, threshold: number): number => {
  for (let digits = 1; digits < mostDecimals; digits += 1) {
    const looksReached = Number(score.toFixed(digits)) >= Number(threshold.toFixed(digits));
    if (looksReached === score >= threshold) return digits;
  }
  return mostDecimals;
};
