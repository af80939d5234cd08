import { useMemo } from 'react';
import type { StationBridge } from '../main/ipc/bridge.ts';
import { demoCameraId, deviceCamera, type CameraSource } from './camera/camera-source.ts';
import { demoCamera } from './demo/demo-camera.ts';
import { i18nIn } from './text/i18n.ts';
import type { Language } from './text/language.ts';

export interface CameraWanted {
  /** Which camera; `undefined` for whichever there is. */
  readonly deviceId: string | undefined;
  /** What the demonstration's camera shows. */
  readonly scene: string;
  /** What the demonstration's camera calls itself in. */
  readonly language: Language;
  readonly isWanted: boolean;
}

/** A camera of this machine or the demonstration's; `undefined` while none is wanted. */
export const useCameraSource = (
  bridge: Pick<StationBridge, 'demoPictures'>,
  { deviceId, scene, language, isWanted }: CameraWanted,
): CameraSource | undefined =>
  useMemo(() => {
    if (!isWanted) return undefined;
    if (deviceId !== demoCameraId) return deviceCamera(navigator.mediaDevices, deviceId);
    return demoCamera(i18nIn[language].t('demo.camera'), async () => {
      const outcome = await bridge.demoPictures({ scene });
      // Shown as a camera that does not open; the station has written down why.
      if (!outcome.ok) throw new Error(outcome.error.message);
      return outcome.value;
    });
  }, [bridge, isWanted, deviceId, scene, language]);
