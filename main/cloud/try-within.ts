import { CloudError } from './cloud-error.ts';
import { TencentError } from './tencent-error.ts';
import { mayTryAgain } from './way-failures.ts';

/** A guest stands waiting, so there is one more try and not three. */
const tries = 2;
const pauseMs = 250;
/** Where the service does not say how long; its limits are per second. */
const throttledPauseMs = 1000;

/** Time, so that tests need not wait for it. */
export interface TryClock {
  /** Milliseconds on a clock that nobody sets. */
  elapsed(): number;
  wait(ms: number): Promise<void>;
}

/**
 * Tries once more what may be tried again ({@link mayTryAgain}), within a budget of time.
 *
 * Each try may use what is left, divided by the tries that are left: one that hangs leaves as much
 * time for the next. No pause is begun that would leave the next try less than a quarter of the
 * budget.
 *
 * @param budgetMs - for everything, pauses included.
 * @param attempt - given the milliseconds it may take, which it has to keep to itself.
 * @throws what the last attempt threw.
 */
export const tryWithin = async <T>(
  budgetMs: number,
  attempt: (limitMs: number) => Promise<T>,
  clock: TryClock,
): Promise<T> => {
  const end = clock.elapsed() + budgetMs;
  for (let left = tries; ; left--) {
    try {
      return await attempt((end - clock.elapsed()) / left);
    } catch (error) {
      const pause = pauseAfter(error);
      const hasTime = clock.elapsed() + pause <= end - budgetMs / 4;
      if (left === 1 || !mayTryAgain(error) || !hasTime) throw error;
      await clock.wait(pause);
    }
  }
};

const pauseAfter = (error: unknown): number => {
  if (!(error instanceof CloudError || error instanceof TencentError)) return pauseMs;
  // The time-out itself was the pause.
  if (error.code === 'cloud.timed-out') return 0;
  const isThrottled = error.code === 'cloud.throttled' || error.code === 'cloud.tencent.15';
  if (!isThrottled) return pauseMs;
  const asked = error.data['retryAfterMs'];
  return typeof asked === 'number' ? asked : throttledPauseMs;
};
