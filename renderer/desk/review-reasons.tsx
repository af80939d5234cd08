import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownError } from '../../main/ipc/shown-words.ts';
import { Icon } from '../parts/icon.tsx';
import { useSentence } from '../text/use-language.ts';
import type { ReviewReason } from './desk-types.ts';
import styles from './review-reasons.module.css';

/** Why a person must look, and what went wrong, in plain words. */
export const ReviewReasons = ({
  reasons,
  error,
}: {
  readonly reasons: readonly ReviewReason[];
  readonly error: ShownError | undefined;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.reasons' });
  const sentence = useSentence();
  if (reasons.length === 0 && error === undefined) return null;
  return (
    <ul className={styles['reasons']} aria-label={t('heading')}>
      {reasons.map((reason) => (
        <li key={reason}>
          <Icon name="hand" />
          {t(reason)}
        </li>
      ))}
      {error && (
        <li>
          <Icon name="warning" />
          <span>
            {sentence(error)} <code>{error.code}</code>
          </span>
        </li>
      )}
    </ul>
  );
};
