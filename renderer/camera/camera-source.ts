/** The `deviceId` of the demonstration camera. */
export const demoCameraId = 'demo';

/** Where a stream of pictures comes from. */
export interface CameraSource {
  /** Opens it. @throws DOMException - as `getUserMedia` does. */
  open(): Promise<MediaStream>;
  /** Calls back when it may be worth another try: a device came or went, or was allowed. */
  onChange(listener: () => void): () => void;
}

/** As much of the browser's cameras as is used. */
export type CameraDevices = Pick<
  MediaDevices,
  'getUserMedia' | 'addEventListener' | 'removeEventListener'
>;

/** A face at a counter fills a third of the height; more pixels than this only cost time. */
const size = { width: { ideal: 1280 }, height: { ideal: 960 } };

/**
 * A camera of this machine.
 *
 * @param deviceId - the one to prefer; without it, or where it is gone, the one that looks at people.
 */
export const deviceCamera = (
  devices: CameraDevices,
  deviceId: string | undefined,
): CameraSource => ({
  open: () =>
    devices.getUserMedia({
      video:
        deviceId === undefined
          ? { ...size, facingMode: 'user' }
          : { ...size, deviceId: { ideal: deviceId } },
      audio: false,
    }),
  onChange: (listener) => {
    devices.addEventListener('devicechange', listener);
    return () => {
      devices.removeEventListener('devicechange', listener);
    };
  },
});
