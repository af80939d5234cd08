import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../parts/mark.tsx';
import styles from './busy-screen.module.css';
import { CardDrawing } from './card-drawing.tsx';
import { Screen } from './screen.tsx';

/** The station is starting, or reads a card: something goes on, and nobody has to do anything. */
export const BusyScreen = ({ phase }: { readonly phase: 'starting' | 'reading' }): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <Screen
      picture={
        phase === 'reading' ? <CardDrawing motion="read" /> : <Mark className={styles['mark']} />
      }
      heading={t(`${phase}.heading`)}
      detail={t(`${phase}.detail`)}
    >
      <div className={styles['progress']} />
    </Screen>
  );
};
