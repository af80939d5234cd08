import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageCard } from '../../main/ipc/stage-schema.ts';
import { Icon } from '../parts/icon.tsx';
import styles from './guest-card.module.css';

/** Whose card it is, masked, so that the guest sees it is theirs and nobody beside them learns more. */
export const GuestCard = ({ card }: { readonly card: StageCard }): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <section className={styles['card']} aria-label={t(`card.${card.kind}`)}>
      <Icon name="card" className={styles['icon']} />
      <div className={styles['words']}>
        <p className={styles['name']} lang="zh-CN">
          {card.name}
        </p>
        <p className={styles['kind']}>{t(`card.${card.kind}`)}</p>
        {card.number !== '' && <p className={styles['number']}>{card.number}</p>}
      </div>
    </section>
  );
};
