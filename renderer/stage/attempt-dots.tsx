import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../parts/class-names.ts';
import styles from './attempt-dots.module.css';

/** Which of a few attempts this is. A single one is nothing to count. */
export const AttemptDots = ({
  attempt,
  attempts,
}: {
  readonly attempt: number;
  readonly attempts: number;
}): ReactNode => {
  const { t } = useTranslation('guest');
  if (attempts < 2) return undefined;
  return (
    <p className={styles['attempts']}>
      <span className={styles['dots']} aria-hidden="true">
        {Array.from({ length: attempts }, (_, index) => (
          <span
            key={index}
            className={classNames(
              styles['dot'],
              index + 1 < attempt && styles['used'],
              index + 1 === attempt && styles['now'],
            )}
          />
        ))}
      </span>
      {t('looking.attempt', { attempt, attempts })}
    </p>
  );
};
