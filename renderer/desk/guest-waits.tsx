import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import styles from './guest-waits.module.css';

/** Says to a clerk who looks at something else that a guest is here. */
export const GuestWaits = ({ onDesk }: { readonly onDesk: () => void }): ReactNode => {
  const { t } = useTranslation('clerk');
  return (
    <div className={styles['waits']} role="status">
      <Icon name="card" />
      <p className={styles['words']}>{t('guestWaits')}</p>
      <Button icon="arrow-right" onClick={onDesk}>
        {t('goToDesk')}
      </Button>
    </div>
  );
};
