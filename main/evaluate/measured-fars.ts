import { offeredFars } from '../compare/contract.ts';

/** Over how many attempts a FAR is prepared to be divided. */
const attemptCounts = [1, 2, 3, 5, 10] as const;

/**
 * The FARs a calibration measures, lax to strict: those offered, and each of them divided by 2, 3, 5
 * and 10, so that a guest's retries have a measured threshold each.
 */
export const calibratedFars: readonly number[] = [
  ...new Set(offeredFars.flatMap((far) => attemptCounts.map((attempts) => Number(far) / attempts))),
].sort((a, b) => b - a);

/**
 * Whether a FAR can be stated from so many comparisons of different people: at least two of them must
 * be expected above the threshold.
 *
 * With none above, nothing but "below 3 ÷ comparisons" is known at 95 % confidence (the rule of
 * three, ISO/IEC 19795-1), and the threshold would be a matter of the one most alike pair. Two is the
 * least at which it lies among measured scores; how loosely it is known, the interval says.
 *
 * @param impostorPairs - pairs of photographs, not comparisons: comparing a pair in both directions
 * measures hardly more than once.
 */
export const isSupported = (far: number, impostorPairs: number): boolean =>
  impostorPairs * far * (1 + 1e-12) >= 2;

/** How many pairs of photographs of different people it takes to state a FAR. */
export const impostorPairsFor = (far: number): number => Math.ceil((2 / far) * (1 - 1e-12));
