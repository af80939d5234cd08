import { cameraProblemOf, type CameraProblem } from './camera-problem.ts';

/** Where the camera stands. */
export type CameraState =
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly stream: MediaStream }
  | { readonly kind: 'problem'; readonly problem: CameraProblem };

type Devices = Pick<MediaDevices, 'getUserMedia' | 'addEventListener' | 'removeEventListener'>;

/** A face at a counter fills a third of the height; more pixels than this only cost time. */
const constraints: MediaStreamConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 960 }, facingMode: 'user' },
  audio: false,
};

/**
 * Opens the camera and keeps it open: when it is unplugged it is opened again as soon as a device
 * comes or goes.
 *
 * @returns the way to stop; the camera is then off, its light too.
 */
export const watchCamera = (
  devices: Devices,
  onState: (state: CameraState) => void,
): (() => void) => {
  let isStopped = false;
  let isOpening = false;
  let stream: MediaStream | undefined;

  const isOver = (): boolean => isStopped;
  const release = (): void => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
  };
  const open = async (): Promise<void> => {
    if (isOver() || isOpening || stream !== undefined) return;
    isOpening = true;
    try {
      stream = await devices.getUserMedia(constraints);
      for (const track of stream.getTracks()) track.addEventListener('ended', onEnded);
      if (isOver()) release();
      else onState({ kind: 'on', stream });
    } catch (caught) {
      if (!isOver()) onState({ kind: 'problem', problem: cameraProblemOf(caught) });
    } finally {
      isOpening = false;
    }
  };
  const onEnded = (): void => {
    release();
    void open();
  };
  const onDeviceChange = (): void => {
    void open();
  };

  devices.addEventListener('devicechange', onDeviceChange);
  void open();
  return () => {
    isStopped = true;
    devices.removeEventListener('devicechange', onDeviceChange);
    release();
    onState({ kind: 'off' });
  };
};
