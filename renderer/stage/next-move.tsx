import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import type { Move } from './move-of.ts';
import styles from './next-move.module.css';

const icons = { takeCard: 'lift', nextGuest: 'card', nextWaits: 'clock' } as const;

/** What to do with the card once there is a result. */
export const NextMove = ({ move }: { readonly move: Move }): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <p role="status" className={styles['move']}>
      <Icon name={icons[move]} className={styles['icon']} />
      {t(move)}
    </p>
  );
};
