import { vi } from 'vitest';

/**
 * Runs the fake clock until a promise settles.
 *
 * @param limit - ms of fake time after which it counts as hanging: no operation of the room may.
 */
export const run = async <T>(promise: Promise<T>, limit = 60_000): Promise<T> => {
  const state = { settled: false };
  const watched = promise.finally(() => {
    state.settled = true;
  });
  watched.catch(() => undefined);
  for (let elapsed = 0; !state.settled; elapsed += 10) {
    if (elapsed > limit) throw new Error(`Still not settled after ${limit} ms.`);
    await vi.advanceTimersByTimeAsync(10);
  }
  return watched;
};

/** The error a promise rejects with, once the fake clock got it there. */
export const failure = async (promise: Promise<unknown>, limit?: number): Promise<unknown> => {
  try {
    await run(promise, limit);
  } catch (error) {
    return error;
  }
  throw new Error('It should have failed.');
};
