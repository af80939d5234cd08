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

/** A signal that aborts with an error of ours after a time, or earlier with another signal. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Stops the clock. Call it in a `finally`. */
  clear(): void;
}

/**
 * Starts a deadline.
 *
 * @param ms - how long, in ms; infinite for none.
 * @param errorAtEnd - makes what the signal aborts with when time is up.
 */
export const startDeadline = (
  ms: number,
  errorAtEnd: () => ReaderError,
  signal?: AbortSignal,
): Deadline => {
  const controller = new AbortController();
  const passOn = (): void => {
    if (signal) controller.abort(abortError(signal));
  };
  if (signal?.aborted) passOn();
  signal?.addEventListener('abort', passOn, { once: true });
  const timer = Number.isFinite(ms)
    ? setTimeout(() => {
        controller.abort(errorAtEnd());
      }, ms)
    : undefined;
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', passOn);
    },
  };
};
