import type { CameraReport } from '../../main/ipc/device-schema.ts';

export type CameraChoice = CameraReport['choices'][number];

/** The most the contract carries. */
const most = 32;
const longest = 200;

/** The cameras of a machine, as far as a browser tells. */
export interface FoundCameras {
  /** Whether there is one at all. */
  readonly isAny: boolean;
  /** Those that can be told apart. */
  readonly choices: readonly CameraChoice[];
}

/**
 * The cameras among a machine's devices. Until a camera was allowed once, a browser tells neither
 * their names nor their identities, only that there is one; there is nothing to choose from then.
 */
export const foundCameras = (
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
): FoundCameras => {
  const cameras = devices.filter(({ kind }) => kind === 'videoinput');
  const choices = cameras
    .filter(({ deviceId }) => deviceId !== '')
    .slice(0, most)
    .map(({ deviceId, label }, index) => ({
      deviceId: deviceId.slice(0, longest),
      label: (label === '' ? `Camera ${index + 1}` : label).slice(0, longest),
    }));
  return { isAny: cameras.length > 0, choices };
};
