/** How long to wait between attempts to open a port again. */
export interface Backoff {
  /** Before the second attempt, in ms. */
  readonly initial: number;
  /** Never longer than this, in ms. */
  readonly maximum: number;
  /** A source of numbers from 0 up to 1, for the jitter. */
  readonly random: () => number;
}

/** Doubles from half a second to ten seconds. */
export const usualBackoff: Backoff = { initial: 500, maximum: 10_000, random: Math.random };

/**
 * The pause after a failed attempt: doubling, capped, and shortened by up to a half at random, so
 * that several stations behind one hub that lost power do not all come back at the same moment.
 *
 * @param attempt - 1 for the first failed attempt.
 */
export const pauseAfter = (attempt: number, { initial, maximum, random }: Backoff): number =>
  Math.min(maximum, initial * 2 ** (attempt - 1)) * (1 - random() / 2);
