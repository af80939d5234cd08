/**
 * The normal deviate of a share: how many standard deviations from the mean a normal variable stays
 * below with that probability. On axes of it, the error rates of scores that are normally distributed
 * lie on a straight line (ISO/IEC 19795-1). Acklam's rational approximation, right to 1.2 · 10⁻⁹.
 *
 * @param share - more than 0 and less than 1.
 */
export const normalDeviate = (share: number): number => {
  if (!(share > 0 && share < 1)) throw new RangeError(`${share} is no share between 0 and 1.`);
  if (share > 0.5) return -normalDeviate(1 - share);
  if (share < tail) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(tailOver, q) / polynomial(tailUnder, q);
  }
  const q = share - 0.5;
  return (q * polynomial(middleOver, q * q)) / polynomial(middleUnder, q * q);
};

/** Below it another fraction is used. */
const tail = 0.02425;

/** Coefficients of the four polynomials, highest power first. */
const middleOver = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
  -3.066479806614716e1, 2.506628277459239,
];
const middleUnder = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
  -1.328068155288572e1, 1,
];
const tailOver = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
];
const tailUnder = [
  7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1,
];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
