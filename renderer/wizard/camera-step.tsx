import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { demoCameraId } from '../camera/camera-source.ts';
import { useCamera } from '../camera/use-camera.ts';
import { useFoundCameras } from '../camera/use-found-cameras.ts';
import { stageCamera } from '../demo/stage-camera.ts';
import { CameraField } from '../settings/camera-field.tsx';
import { knownOf } from '../state/followed.ts';
import { useDemo } from '../state/use-followed.ts';
import { i18nIn } from '../text/i18n.ts';
import { useCameraSource } from '../use-camera-source.ts';
import { CameraPreview } from './camera-preview.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';
import styles from './step.module.css';

/**
 * The camera, with its picture: the only way to see that it is the right one and looks the right way.
 * The station is not told of it, since it is on for this step only.
 */
export const CameraStep = ({ bridge, preferences, form, heading }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard.camera' });
  const { isDemo, language } = preferences;
  const demo = knownOf(useDemo(bridge));
  const [isOn, setIsOn] = useState(false);
  const choices = useFoundCameras(isOn)?.choices;
  const { deviceId: chosen } = form.draft.camera;
  const preferred = chosen === '' ? undefined : chosen;
  const deviceId = stageCamera({ chosen: undefined, preferred, isDemo, choices });
  const source = useCameraSource(bridge, {
    deviceId,
    scene: demo?.scene ?? demo?.scenes[0]?.id ?? '',
    language,
    // Until the demonstration is known, it has no pictures to show.
    isWanted: deviceId !== demoCameraId || demo !== undefined,
  });
  const camera = useCamera(source);
  if ((camera.kind === 'on') !== isOn) setIsOn(camera.kind === 'on');
  const cameras = useMemo(
    () => [
      ...(choices ?? []),
      ...(isDemo ? [{ deviceId: demoCameraId, label: i18nIn[language].t('demo.camera') }] : []),
    ],
    [choices, isDemo, language],
  );
  return (
    <>
      <StepHeading heading={heading} title={t('heading')}>
        {t('detail')}
      </StepHeading>
      <div className={styles['camera']}>
        <CameraPreview camera={camera} />
        <CameraField form={form} cameras={cameras} />
      </div>
    </>
  );
};
