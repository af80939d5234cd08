import { ReaderError } from './reader-error.ts';

/** Throws `reader.aborted` when the signal says so. */
export const throwIfAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw abortError(signal);
};

/** The typed form of an abort, with the signal's own reason as the cause. */
export const abortError = (signal: AbortSignal): ReaderError =>
  signal.reason instanceof ReaderError
    ? signal.reason
    : new ReaderError('reader.aborted', {}, { cause: signal.reason });

/**
 * Waits.
 *
 * @param ms - how long, in ms.
 * @throws ReaderError as soon as the signal aborts: its reason when that is one, else `reader.aborted`.
 */
export const delay = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    throwIfAborted(signal);
    const stop = (): void => {
      clearTimeout(timer);
      if (signal) reject(abortError(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });

/** A signal that aborts after a time, or with any of other signals. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Stops the clock and lets go of the other signals. Call it in a `finally`. */
  clear(): void;
}

/**
 * Joins signals and a time limit into one signal.
 *
 * @param signals - the joined signal aborts with the reason of the first of them that does.
 * @param ms - the time limit; infinite for none.
 * @param errorAtEnd - what the joined signal aborts with when time is up.
 */
export const startDeadline = (
  signals: readonly (AbortSignal | undefined)[],
  ms = Number.POSITIVE_INFINITY,
  errorAtEnd: () => ReaderError = () => new ReaderError('reader.aborted'),
): Deadline => {
  const controller = new AbortController();
  const stops = signals.map((signal) => {
    const passOn = (): void => {
      if (signal) controller.abort(abortError(signal));
    };
    if (signal?.aborted) passOn();
    signal?.addEventListener('abort', passOn, { once: true });
    return () => signal?.removeEventListener('abort', passOn);
  });
  if (Number.isFinite(ms)) {
    const timer = setTimeout(() => {
      controller.abort(errorAtEnd());
    }, ms);
    stops.push(() => {
      clearTimeout(timer);
    });
  }
  return {
    signal: controller.signal,
    clear: () => {
      for (const stop of stops) stop();
    },
  };
};
