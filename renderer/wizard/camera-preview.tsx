import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../camera/camera-view.tsx';
import type { CameraState } from '../camera/watch-camera.ts';
import { Callout } from '../parts/callout.tsx';
import { Icon } from '../parts/icon.tsx';
import styles from './step.module.css';

const ignoreVideo = (): void => undefined;

/** What the camera sees, or why it sees nothing. */
export const CameraPreview = ({ camera }: { readonly camera: CameraState }): ReactNode => {
  const { t } = useTranslation('clerk');
  return (
    <div className={styles['preview']}>
      {camera.kind === 'on' ? (
        <CameraView
          stream={camera.stream}
          advice={undefined}
          isComparing={false}
          label={t('wizard.camera.preview')}
          onVideo={ignoreVideo}
        />
      ) : (
        <div className={styles['noPicture']} role="status">
          <Icon name={camera.kind === 'problem' ? 'camera-off' : 'camera'} />
          {camera.kind === 'problem' ? (
            <Callout tone="review">
              <strong>{t(`device.camera.${camera.problem}`)}</strong>{' '}
              {t(`device.todo.camera.${camera.problem}`)}
            </Callout>
          ) : (
            <p>{t('wizard.camera.starting')}</p>
          )}
        </div>
      )}
    </div>
  );
};
