import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageNotice } from '../../main/ipc/stage-schema.ts';
import { Icon } from '../parts/icon.tsx';
import { useSentence } from '../text/use-language.ts';
import styles from './cloud-consent.module.css';

/** A consent of its own for pictures that leave this machine. Never given beforehand. */
export const CloudConsent = ({
  cloud: { name, orElse },
  isGiven,
  onGiven,
}: {
  readonly cloud: NonNullable<StageNotice['cloud']>;
  readonly isGiven: boolean;
  readonly onGiven: (isGiven: boolean) => void;
}): ReactNode => {
  const { t } = useTranslation('guest');
  const sentence = useSentence();
  return (
    <label className={styles['cloud']}>
      <input
        type="checkbox"
        className={styles['input']}
        checked={isGiven}
        onChange={(event) => {
          onGiven(event.currentTarget.checked);
        }}
      />
      <span className={styles['box']}>{isGiven && <Icon name="check" />}</span>
      <Icon name="cloud" className={styles['icon']} />
      <span>
        <span className={styles['title']}>{t('consent.cloud')}</span>
        <span className={styles['words']}>
          {t(`consent.cloudWords.${orElse}`, { cloud: sentence(name) })}
        </span>
      </span>
    </label>
  );
};
