import { useEffect } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { FoundCameras } from './camera-choices.ts';
import { cameraReportOf } from './camera-report.ts';
import type { CameraState } from './watch-camera.ts';

/** Tells the station how the camera of this page is, for the clerk's device strip and settings. */
export const useCameraReport = (
  bridge: Pick<StationBridge, 'reportCamera'>,
  camera: CameraState,
  cameras: FoundCameras | undefined,
): void => {
  useEffect(() => {
    if (cameras !== undefined) void bridge.reportCamera(cameraReportOf(camera, cameras));
  }, [bridge, camera, cameras]);
};
