/** Time, as a counter needs it. */
export interface Clock {
  /** Milliseconds since 1970: the clock on the wall, which may be set meanwhile. */
  now(): number;
  /** Milliseconds since some moment, never set: what spans of time are measured with. */
  elapsed(): number;
  /** Does the work once, in `ms` milliseconds; returns the way to call it off. */
  after(ms: number, work: () => void): () => void;
}

/** This computer's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
