import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** @returns 0 if one more is within the limiter's rate, else the milliseconds to wait. */
export const countWith = async (limiter: RateLimiterAbstract, who: string): Promise<number> => {
  try {
    await limiter.consume(who);
    return 0;
  } catch (caught) {
    // It rejects with its account where the rate is used up, and with an error where it cannot say.
    if (caught instanceof RateLimiterRes) return Math.max(1, caught.msBeforeNext);
    throw caught;
  }
};
