import { describe, expect, it } from 'vitest';
import { foundCameras } from '../../../renderer/camera/camera-choices.ts';
import { cameraReportOf } from '../../../renderer/camera/camera-report.ts';

const device = (
  kind: MediaDeviceKind,
  deviceId: string,
  label = '',
): Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'> => ({ kind, deviceId, label });

describe('the cameras of a machine', () => {
  it('are chosen from by their names, or by their numbers where they have none', () => {
    const found = foundCameras([
      device('audioinput', 'microphone', 'Microphone'),
      device('videoinput', 'a', 'USB Camera'),
      device('videoinput', 'b'),
    ]);
    expect(found).toEqual({
      isAny: true,
      choices: [
        { deviceId: 'a', label: 'USB Camera' },
        { deviceId: 'b', label: 'Camera 2' },
      ],
    });
  });

  it('are there, although a browser does not name them before one was allowed', () => {
    expect(foundCameras([device('videoinput', '')])).toEqual({ isAny: true, choices: [] });
  });

  it('are not there where there are other devices only', () => {
    expect(foundCameras([device('audioinput', '')])).toEqual({ isAny: false, choices: [] });
  });
});

describe('what the station is told of the camera', () => {
  const unnamed = { isAny: true, choices: [] };
  const none = { isAny: false, choices: [] };

  it.each(['off', 'opening'] as const)('is that it stands by while it is %s', (kind) => {
    expect(cameraReportOf({ kind }, unnamed)).toEqual({ state: 'off', choices: [] });
  });

  it('is that there is none, before a guest stands before it', () => {
    expect(cameraReportOf({ kind: 'off' }, none)).toEqual({
      state: 'problem',
      problem: 'missing',
      choices: [],
    });
  });

  it('is what keeps it from opening', () => {
    expect(cameraReportOf({ kind: 'problem', problem: 'busy' }, unnamed)).toMatchObject({
      state: 'problem',
      problem: 'busy',
    });
  });
});
