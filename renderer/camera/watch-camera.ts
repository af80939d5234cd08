import { cameraProblemOf, type CameraProblem } from './camera-problem.ts';
import type { CameraSource } from './camera-source.ts';

/** Where the camera stands. */
export type CameraState =
  | { readonly kind: 'off' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'on'; readonly stream: MediaStream }
  | { readonly kind: 'problem'; readonly problem: CameraProblem };

export interface WatchCameraOptions {
  readonly source: CameraSource;
  readonly onState: (state: CameraState) => void;
  /** Calls back after as many milliseconds; returns the way to call it off. */
  readonly later: (act: () => void, ms: number) => () => void;
}

/** Milliseconds from a failure to the next try: other programs let a camera go without a sign. */
const untilNextTry = 3000;

/**
 * Opens the camera and keeps it open: when it is unplugged, busy or refused, it is tried again at
 * every sign of a change, and every few seconds.
 *
 * @returns the way to stop; the camera is then off, its light too.
 */
export const watchCamera = ({ source, onState, later }: WatchCameraOptions): (() => void) => {
  let isStopped = false;
  let isOpening = false;
  let stream: MediaStream | undefined;
  let callOff = (): void => undefined;

  const isOver = (): boolean => isStopped;
  const release = (): void => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
  };
  const open = async (): Promise<void> => {
    if (isOver() || isOpening || stream !== undefined) return;
    isOpening = true;
    callOff();
    try {
      stream = await source.open();
      for (const track of stream.getTracks()) track.addEventListener('ended', onEnded);
      if (isOver()) release();
      else onState({ kind: 'on', stream });
    } catch (caught) {
      if (isOver()) return;
      onState({ kind: 'problem', problem: cameraProblemOf(caught) });
      callOff = later(tryAgain, untilNextTry);
    } finally {
      isOpening = false;
    }
  };
  const tryAgain = (): void => {
    void open();
  };
  const onEnded = (): void => {
    release();
    if (isOver()) return;
    onState({ kind: 'opening' });
    void open();
  };

  const stopListening = source.onChange(tryAgain);
  onState({ kind: 'opening' });
  void open();
  return () => {
    isStopped = true;
    callOff();
    stopListening();
    release();
    onState({ kind: 'off' });
  };
};
