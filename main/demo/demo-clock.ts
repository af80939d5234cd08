import { setTimeout as sleep } from 'node:timers/promises';

/** Time, as the demonstration needs it. */
export interface DemoClock {
  /** What day it is: ages and expiry count from it. */
  now(): Date;
  /** Resolves after so many milliseconds. @throws when the signal aborts before. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** This computer's time. */
export const systemClock: DemoClock = {
  now: () => new Date(),
  pause: (ms, signal) => sleep(ms, undefined, { signal }),
};

/**
 * Lets time pass.
 *
 * @returns whether it did: false when the signal aborted before.
 */
export const passes = (clock: DemoClock, ms: number, signal: AbortSignal): Promise<boolean> =>
  clock.pause(ms, signal).then(
    () => true,
    (caught: unknown) => {
      if (signal.aborted) return false;
      throw caught;
    },
  );
