import { normalDeviate } from './normal-deviate.ts';

/** An axis of error rates, spaced by their normal deviates. */
export interface DetAxis {
  /** Where a rate lies, in the plot's units. Rates beyond the ends lie at them. */
  readonly at: (rate: number) => number;
  /** Whether a rate is within the ends. */
  readonly shows: (rate: number) => boolean;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Rates worth a line. */
const tickRates = [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 2e-3, 5e-3, 2e-2, 5e-2, 0.2, 0.4];

/**
 * Makes an axis.
 *
 * @param rates - its ends, each more than 0 and less than 1.
 * @param places - where the ends lie.
 */
export const detAxis = (
  [least, most]: readonly [number, number],
  [start, end]: readonly [number, number],
): DetAxis => {
  const [low, high] = [normalDeviate(least), normalDeviate(most)];
  const at = (rate: number): number => {
    const within = Math.max(least, Math.min(most, rate));
    return start + ((normalDeviate(within) - low) / (high - low)) * (end - start);
  };
  const shows = (rate: number): boolean => rate >= least * 0.999 && rate <= most * 1.001;
  return {
    at,
    shows,
    ticks: tickRates.filter(shows).map((rate) => ({
      at: at(rate),
      label: `${Number((rate * 100).toPrecision(3))} %`,
    })),
  };
};
