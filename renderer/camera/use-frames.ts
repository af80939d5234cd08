import { useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownError, ShownState } from '../../main/ipc/contract.ts';
import { firstPicture, grabFrame } from './grab-frame.ts';
import { submitFrames } from './submit-frames.ts';
import { takeFrames } from './take-frames.ts';

/**
 * Takes and submits frames of the guest whenever the counter awaits them and a video shows.
 *
 * @returns why that failed for the present guest; undefined as long as it did not.
 */
export const useFrames = (
  bridge: StationBridge,
  state: ShownState,
  video: HTMLVideoElement | null,
): ShownError | undefined => {
  const [failure, setFailure] = useState<{ readonly visit: number; readonly error: ShownError }>();
  const visit = state.phase === 'looking' ? state.visit : undefined;
  const count = state.phase === 'looking' ? state.framesWanted : 0;
  useEffect(() => {
    if (visit === undefined || video === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const take = async (): Promise<Uint8Array[]> => {
      await firstPicture(video);
      return takeFrames({ count, grab: () => grabFrame(video), pause, signal });
    };
    void submitFrames({ bridge, visit, take, signal }).then((error) => {
      if (error !== undefined) setFailure({ visit, error });
    });
    return () => {
      stop.abort();
    };
  }, [bridge, visit, count, video]);
  return failure?.visit === visit ? failure?.error : undefined;
};

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
