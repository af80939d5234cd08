import { useEffect } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { CameraChoice } from './camera-choices.ts';
import { cameraReportOf } from './camera-report.ts';
import type { CameraState } from './watch-camera.ts';

/** Tells the station how the camera of this page is, for the clerk's device strip and settings. */
export const useCameraReport = (
  bridge: Pick<StationBridge, 'reportCamera'>,
  camera: CameraState,
  choices: readonly CameraChoice[] | undefined,
): void => {
  useEffect(() => {
    if (choices !== undefined) void bridge.reportCamera(cameraReportOf(camera, choices));
  }, [bridge, camera, choices]);
};
