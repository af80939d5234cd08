import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/empty.tsx';
import type { Figures } from './history-types.ts';
import styles from './reasons-list.module.css';

/** Why people had to look, most often first: bars that are a table. */
export const ReasonsList = ({ figures }: { readonly figures: Figures }): ReactNode => {
  const { t } = useTranslation('clerk');
  const most = Math.max(...figures.reasons.map(({ count }) => count), 1);
  return (
    <Card title={t('history.figures.reasons')}>
      {figures.reasons.length === 0 ? (
        <Empty icon="check" title={t('history.figures.reasonsEmpty')} />
      ) : (
        <dl className={styles['reasons']}>
          {figures.reasons.map(({ reason, count }) => (
            <div key={reason}>
              <dt>{t(`desk.reasonName.${reason}`)}</dt>
              <dd>
                <meter
                  className={styles['bar']}
                  min={0}
                  max={most}
                  value={count}
                  aria-hidden="true"
                />
                {count}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
};
