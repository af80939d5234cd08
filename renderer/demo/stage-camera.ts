import { demoCameraId } from '../camera/camera-source.ts';
import type { CameraChoice } from '../camera/camera-choices.ts';

export interface StageCameraWanted {
  /** What was chosen on the demonstration's bar. */
  readonly chosen: string | undefined;
  /** What the settings say. */
  readonly preferred: string | undefined;
  readonly isDemo: boolean;
  /** Cameras of this machine; `undefined` until that is known. */
  readonly choices: readonly CameraChoice[] | undefined;
}

/**
 * Which camera the stage opens: the demonstration's where it is chosen, or where a demonstration has
 * no other choice to go by; `undefined` for whichever camera of this machine there is.
 */
export const stageCamera = ({
  chosen,
  preferred,
  isDemo,
  choices,
}: StageCameraWanted): string | undefined => {
  if (!isDemo) return preferred === demoCameraId ? undefined : preferred;
  const wanted = chosen ?? preferred ?? demoCameraId;
  return choices?.length === 0 ? demoCameraId : wanted;
};
