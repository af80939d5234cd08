import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../parts/class-names.ts';
import { Icon } from '../parts/icon.tsx';
import { DeviceDetails } from './device-details.tsx';
import styles from './device-strip.module.css';
import { deviceIcons, toneSigns, type DeviceName, type DeviceSummary } from './device-summary.ts';
import type { Devices } from './desk-types.ts';

/** One device of the strip: what it is, how it is, and, when pressed, more about it. */
export const DeviceChip = ({
  devices,
  name,
  summary,
  word,
}: {
  readonly devices: Devices;
  readonly name: DeviceName;
  readonly summary: DeviceSummary;
  /** How it is, in words. */
  readonly word: string;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'device' });
  const popover = useId();
  const device = t(`name.${name}`);
  return (
    <li>
      <button
        type="button"
        className={styles['chip']}
        popoverTarget={popover}
        aria-label={t('details', { device, state: word })}
      >
        <Icon name={deviceIcons[name]} className={styles['icon']} />
        <span className={styles['words']}>
          <span className={styles['device']}>{device}</span>{' '}
          <span className={classNames(styles['state'], styles[summary.tone])}>
            <Icon name={toneSigns[summary.tone]} />
            {word}
          </span>
        </span>
      </button>
      {/* In large print it may be longer than the screen: the keyboard has to reach it to scroll. */}
      <section
        id={popover}
        popover="auto"
        tabIndex={0}
        className={styles['popover']}
        aria-label={device}
      >
        <DeviceDetails devices={devices} name={name} summary={summary} word={word} />
      </section>
    </li>
  );
};
