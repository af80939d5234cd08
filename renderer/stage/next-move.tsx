import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import styles from './next-move.module.css';

/** What to do with the card once there is a result. */
export const NextMove = ({ cardLies }: { readonly cardLies: boolean }): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <p role="status" className={styles['move']}>
      <Icon name={cardLies ? 'lift' : 'card'} className={styles['icon']} />
      {t(cardLies ? 'takeCard' : 'nextGuest')}
    </p>
  );
};
