/** How frames are taken. Milliseconds. */
export interface TakeFramesOptions {
  readonly count: number;
  /** Takes one encoded frame. */
  readonly grab: () => Promise<Uint8Array>;
  readonly pause: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** The guest was looking at the reader until now. */
const timeToLookUp = 900;

/** Far enough apart that a blink spoils only one of them. */
const timeBetween = 300;

/**
 * Takes frames of the guest.
 *
 * @throws the signal's reason when it aborts: the card was lifted, so nobody wants them any more.
 */
export const takeFrames = async ({
  count,
  grab,
  pause,
  signal,
}: TakeFramesOptions): Promise<Uint8Array[]> => {
  const frames: Uint8Array[] = [];
  while (frames.length < count) {
    await pause(frames.length === 0 ? timeToLookUp : timeBetween);
    signal.throwIfAborted();
    frames.push(await grab());
  }
  signal.throwIfAborted();
  return frames;
};
