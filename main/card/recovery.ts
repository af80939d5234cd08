import { pauseAfter, type Backoff } from './backoff.ts';
import type { Connection } from './connection.ts';
import { delay, throwIfAborted } from './delay.ts';
import { isReaderError, isStopped, isTransmissionError } from './reader-error.ts';

/** How often which rung of the ladder was needed; shown on diagnostics pages. */
export interface RecoveryCounters {
  /** Commands or readings tried again. */
  retries: number;
  /** Resets of the security module. */
  samResets: number;
  /** Ports opened again. */
  reopens: number;
}

/**
 * Does something with the reader; if the line fails, once more; if it fails again, after a reset of
 * the security module. The rung above, opening the port again, is {@link reopen}.
 *
 * @throws ReaderError of the last attempt, or at once what is not a fault of the line.
 */
export const withRetries = async <T>(
  work: () => Promise<T>,
  connection: Connection,
  counters: RecoveryCounters,
  signal?: AbortSignal,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!isTransmissionError(error)) throw error;
  }
  counters.retries += 1;
  try {
    return await work();
  } catch (error) {
    if (!isTransmissionError(error)) throw error;
  }
  counters.samResets += 1;
  await connection.resetSam(signal);
  return work();
};

/**
 * Closes the port and opens it again until a reader answers on it, with growing pauses. Never gives
 * up by itself: a station waits for its reader. No hot-plug event is relied on.
 *
 * @returns how many attempts it took.
 * @throws ReaderError only when stopped by the signal.
 */
export const reopen = async (
  connection: Connection,
  backoff: Backoff,
  counters: RecoveryCounters,
  signal?: AbortSignal,
): Promise<number> => {
  for (let attempt = 1; ; attempt += 1) {
    counters.reopens += 1;
    try {
      await connection.close();
      await connection.open(signal);
      return attempt;
    } catch (error) {
      throwIfAborted(signal);
      if (!isReaderError(error) || isStopped(error)) throw error;
    }
    await delay(pauseAfter(attempt, backoff), signal);
  }
};
