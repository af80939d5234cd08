import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraChoice } from '../camera/camera-choices.ts';
import { demoCameraId } from '../camera/camera-source.ts';
import { Select } from '../parts/select.tsx';
import styles from './demo-bar.module.css';

/** Which camera plays along in the demonstration. */
export const DemoCameraChoice = ({
  choices,
  value,
  onValue,
}: {
  /** Cameras of this machine. */
  readonly choices: readonly CameraChoice[];
  readonly value: string;
  readonly onValue: (deviceId: string) => void;
}): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <label className={styles['camera']}>
      {t('demo.cameraLabel')}
      <Select
        value={value}
        onValue={onValue}
        choices={[
          { value: demoCameraId, label: t('demo.camera') },
          ...choices.map(({ deviceId, label }) => ({ value: deviceId, label })),
        ]}
      />
    </label>
  );
};
