import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownError } from '../../main/ipc/shown-words.ts';
import type { FrameAdvice } from '../../main/ipc/stage-schema.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';

/** Milliseconds from one frame to the next at least: every second picture of thirty a second, fifteen. */
const leastInterval = 60;

/** Milliseconds until the next frame after one that failed: what is wrong will take its time. */
const afterFailure = 1000;

export interface OfferFramesOptions {
  readonly bridge: Pick<StationBridge, 'offerFrame'>;
  readonly visit: number;
  /** Takes one encoded frame. */
  readonly take: () => Promise<Uint8Array>;
  readonly onAdvice: (advice: FrameAdvice) => void;
  /** Told why a frame could not be offered. `undefined`: the camera gave no picture. */
  readonly onFailure: (error: ShownError | undefined) => void;
  /** Milliseconds, from any start. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Aborts when nobody wants frames any more. */
  readonly signal: AbortSignal;
}

/**
 * Offers the station one frame after the other: the next one is taken when the last one was looked
 * at, and no sooner than a fifteenth of a second after it, about. Resolves once the signal aborts; what comes
 * in after that is told to nobody.
 */
export const offerFrames = async (options: OfferFramesOptions): Promise<void> => {
  const { signal, now, pause } = options;
  while (!signal.aborted) {
    const start = now();
    const isOffered = await offerOne(options);
    const wait = isOffered ? leastInterval - (now() - start) : afterFailure;
    if (wait > 0) await pause(wait);
  }
};

const offerOne = async (options: OfferFramesOptions): Promise<boolean> => {
  const { bridge, visit, take, onAdvice, onFailure, signal } = options;
  let frame: Uint8Array;
  try {
    frame = await take();
  } catch {
    if (!signal.aborted) onFailure(undefined);
    return false;
  }
  if (isAborted(signal)) return false;
  const outcome = await bridge.offerFrame({ visit, frame });
  if (isAborted(signal)) return false;
  if (outcome.ok) onAdvice(outcome.value);
  else onFailure(toShownError(outcome.error));
  return outcome.ok;
};

/** Read anew each time: an await lies between two looks. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;
