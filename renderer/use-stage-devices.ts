import { useMemo, useState } from 'react';
import type { StationBridge } from '../main/ipc/bridge.ts';
import type { Preferences, ShownDemo } from '../main/ipc/settings-view.ts';
import type { ShownStage } from '../main/ipc/stage-schema.ts';
import type { CameraChoice } from './camera/camera-choices.ts';
import { demoCameraId } from './camera/camera-source.ts';
import { useCamera } from './camera/use-camera.ts';
import { useCameraReport } from './camera/use-camera-report.ts';
import { useFoundCameras } from './camera/use-found-cameras.ts';
import type { CameraState } from './camera/watch-camera.ts';
import { stageCamera } from './demo/stage-camera.ts';
import { useStageNow } from './stage/use-stage-now.ts';
import { knownOf } from './state/followed.ts';
import { useDemo } from './state/use-followed.ts';
import { i18nIn } from './text/i18n.ts';
import { useCameraSource } from './use-camera-source.ts';

/** Everything a page with a stage stands on. */
export interface StageDevices {
  readonly stage: ShownStage;
  readonly camera: CameraState;
  /** Present where the station plays a demonstration. */
  readonly demo: ShownDemo | undefined;
  readonly cameraChoice: {
    readonly choices: readonly CameraChoice[];
    readonly value: string;
    readonly onValue: (deviceId: string) => void;
  };
}

const noChoices: readonly CameraChoice[] = [];

const demoCamera = (language: Preferences['language']): CameraChoice => ({
  deviceId: demoCameraId,
  label: i18nIn[language].t('demo.camera'),
});

/**
 * Where the counter stands, and the camera of this page: chosen, open exactly while a guest is looked
 * for or compared, and reported to the station.
 *
 * @param hasStage - whether this page shows the stage now; without one it has no camera to speak of.
 */
export const useStageDevices = (
  bridge: StationBridge,
  { isDemo, cameraId, language }: Preferences,
  hasStage = true,
): StageDevices => {
  const stage = useStageNow(bridge);
  const demo = knownOf(useDemo(bridge));
  const [chosen, setChosen] = useState<string>();
  const [isOn, setIsOn] = useState(false);
  const found = useFoundCameras(isOn);
  const choices = found?.choices;
  const deviceId = stageCamera({ chosen, preferred: cameraId, isDemo, choices });
  const isWanted = hasStage && (stage.phase === 'looking' || stage.phase === 'comparing');
  const scene = demo?.scene ?? '';
  const source = useCameraSource(bridge, { deviceId, scene, language, isWanted });
  const camera = useCamera(source);
  if ((camera.kind === 'on') !== isOn) setIsOn(camera.kind === 'on');
  const reported = useMemo(
    () =>
      found && isDemo ? { isAny: true, choices: [...found.choices, demoCamera(language)] } : found,
    [found, isDemo, language],
  );
  useCameraReport(bridge, camera, hasStage ? reported : undefined);
  return {
    stage,
    camera,
    demo: isDemo ? demo : undefined,
    cameraChoice: {
      choices: choices ?? noChoices,
      value: deviceId ?? choices?.[0]?.deviceId ?? demoCameraId,
      onValue: setChosen,
    },
  };
};
