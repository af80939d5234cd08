import { useEffect, useRef, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownError } from '../../main/ipc/shown-words.ts';
import type { FrameAdvice } from '../../main/ipc/stage-schema.ts';
import { openFrameEncoder } from './frame-encoder.ts';
import { offerFrames } from './offer-frames.ts';
import { nextPicture, takeFrame } from './take-frame.ts';

/** What came of the last frames. */
export interface Looking {
  /** What the station saw in the last frame it looked at. */
  readonly advice?: FrameAdvice;
  /** Why the last frame did not reach the station. */
  readonly error?: ShownError;
}

const nothingYet: Looking = {};

/**
 * Offers frames of a video to the station.
 *
 * @param visit - whose; `undefined` while nobody is looked for, and nothing is sent.
 * @param video - what shows the camera; `null` while nothing does.
 */
export const useFrames = (
  bridge: Pick<StationBridge, 'offerFrame'>,
  visit: number | undefined,
  video: HTMLVideoElement | null,
): Looking => {
  const [looking, setLooking] = useState<Looking>(nothingYet);
  const lastLoop = useRef(Promise.resolve());
  useEffect(() => {
    if (visit === undefined || video === null) return undefined;
    const stop = new AbortController();
    const offer = async (): Promise<void> => {
      const encoder = openFrameEncoder();
      await offerFrames({
        bridge,
        visit,
        take: async () => {
          await nextPicture(video, stop.signal);
          return takeFrame(video, encoder);
        },
        onAdvice: (advice) => {
          // A frame that was not looked at says nothing about the guest.
          if (advice.seen) setLooking({ advice });
        },
        onFailure: (error) => {
          setLooking(error === undefined ? nothingYet : { error });
        },
        now: () => performance.now(),
        pause,
        signal: stop.signal,
      });
      encoder.close();
    };
    // After the loop before it, so that never more than one frame is on its way.
    lastLoop.current = lastLoop.current.then(offer);
    return () => {
      stop.abort();
      setLooking(nothingYet);
    };
  }, [bridge, visit, video]);
  return looking;
};

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
