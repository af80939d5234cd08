import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownError } from '../../main/ipc/contract.ts';
import { shownErrorOf } from '../state/shown-error.ts';
import { en } from '../text/en.ts';
import { zh } from '../text/zh.ts';

export interface SubmitFramesOptions {
  readonly bridge: Pick<StationBridge, 'submitFrames'>;
  readonly visit: number;
  readonly take: () => Promise<Uint8Array[]>;
  readonly signal: AbortSignal;
}

/**
 * Takes frames and hands them in.
 *
 * @returns what went wrong; undefined too when nobody wants the frames any more, since the counter's
 *   state has gone on then.
 */
export const submitFrames = async ({
  bridge,
  visit,
  take,
  signal,
}: SubmitFramesOptions): Promise<ShownError | undefined> => {
  let frames: Uint8Array[];
  try {
    frames = await take();
  } catch {
    return signal.aborted ? undefined : noFrame;
  }
  const outcome = await bridge.submitFrames({ visit, frames });
  if (outcome.ok || signal.aborted) return undefined;
  return shownErrorOf(outcome.error);
};

const noFrame: ShownError = {
  code: 'camera.no-frame',
  en: `${en.camera.failed.heading}. ${en.camera.failed.detail}`,
  zh: `${zh.camera.failed.heading}。${zh.camera.failed.detail}`,
};
