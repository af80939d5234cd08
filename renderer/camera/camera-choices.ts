import type { CameraReport } from '../../main/ipc/device-schema.ts';

export type CameraChoice = CameraReport['choices'][number];

/** The most the contract carries. */
const most = 32;
const longest = 200;

/**
 * The cameras among a machine's devices. Until a camera was allowed once, a browser tells neither
 * their names nor their identities; there is nothing to choose from then.
 */
export const cameraChoices = (
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
): readonly CameraChoice[] =>
  devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .slice(0, most)
    .map(({ deviceId, label }, index) => ({
      deviceId: deviceId.slice(0, longest),
      label: (label === '' ? `Camera ${index + 1}` : label).slice(0, longest),
    }));
