import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDrawing } from './card-drawing.tsx';
import { Screen } from './screen.tsx';
import styles from './waiting-screen.module.css';

/** Nobody is there yet: invites, and shows how. */
export const WaitingScreen = (): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <Screen
      picture={<CardDrawing motion="place" />}
      heading={t('waiting.heading')}
      detail={t('waiting.detail')}
    >
      <p className={styles['kinds']}>{t('waiting.kinds')}</p>
    </Screen>
  );
};
