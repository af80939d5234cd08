/**
 * A score as it is sent: four decimals, as in the APIs' examples. One of the vendor's SDKs makes an
 * object of a number with more than fifteen digits. It is never rounded up: what is below a threshold
 * stays below it.
 */
export const shownScore = (score: number): number => {
  const nearest = Number(score.toFixed(4));
  return nearest > score ? Number((nearest - 0.0001).toFixed(4)) : nearest;
};
