import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Followed } from '../state/followed.ts';
import { DeviceChip } from './device-chip.tsx';
import styles from './device-strip.module.css';
import { deviceNames, summariesOf, type DeviceName } from './device-summary.ts';
import type { Devices } from './desk-types.ts';

/** Everything the counter stands on, at a glance. */
export const DeviceStrip = ({ devices }: { readonly devices: Followed<Devices> }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'device' });
  return (
    <aside className={styles['strip']} aria-label={t('heading')}>
      {devices.kind === 'known' ? (
        <Chips devices={devices.value} />
      ) : (
        <p className={styles['unknown']}>{t('unknown')}</p>
      )}
    </aside>
  );
};

const Chips = ({ devices }: { readonly devices: Devices }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'device' });
  const summaries = summariesOf(devices);
  const words: Readonly<Record<DeviceName, string>> = {
    reader: t(`reader.${summaries.reader.word}`),
    camera: t(`camera.${summaries.camera.word}`),
    engine: t(`engine.${summaries.engine.word}`),
    decoder: t(`decoder.${summaries.decoder.word}`),
    gateway: t(`gateway.${summaries.gateway.word}`),
    cloud: t(`cloud.${summaries.cloud.word}`),
  };
  return (
    <ul className={styles['chips']}>
      {deviceNames.map((name) => (
        <DeviceChip
          key={name}
          devices={devices}
          name={name}
          summary={summaries[name]}
          word={words[name]}
        />
      ))}
    </ul>
  );
};
