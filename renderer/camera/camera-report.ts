import type { CameraReport } from '../../main/ipc/device-schema.ts';
import type { FoundCameras } from './camera-choices.ts';
import type { CameraState } from './watch-camera.ts';

/**
 * What the station is told of the camera. One that is being opened is not on yet; and where there is
 * none to open, the clerk should hear it before a guest stands before it.
 */
export const cameraReportOf = (
  camera: CameraState,
  { isAny, choices }: FoundCameras,
): CameraReport => {
  const report = { choices: [...choices] };
  switch (camera.kind) {
    case 'off':
    case 'opening':
      return isAny
        ? { state: 'off', ...report }
        : { state: 'problem', problem: 'missing', ...report };
    case 'on': {
      const label = camera.stream.getVideoTracks()[0]?.label.slice(0, 200);
      return { state: 'on', ...(label !== undefined && { label }), ...report };
    }
    case 'problem':
      return { state: 'problem', problem: camera.problem, ...report };
  }
};
