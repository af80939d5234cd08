import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/empty.tsx';
import styles from './chart-card.module.css';

/**
 * A chart, and the same figures as a table: the drawing is hidden from screen readers, which get the
 * table; who sees may have either.
 */
export const ChartCard = ({
  title,
  emptyWords,
  isEmpty,
  table,
  children,
}: {
  readonly title: string;
  readonly emptyWords: string;
  readonly isEmpty: boolean;
  readonly table: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history.figures' });
  const [isTable, setTable] = useState(false);
  if (isEmpty)
    return (
      <Card title={title}>
        <Empty icon="chart" title={emptyWords} />
      </Card>
    );
  return (
    <Card
      title={title}
      aside={
        <Button
          tone="quiet"
          icon={isTable ? 'chart' : 'filter'}
          onClick={() => {
            setTable(!isTable);
          }}
        >
          {isTable ? t('asChart') : t('asTable')}
        </Button>
      }
    >
      {!isTable && (
        <div className={styles['chart']} aria-hidden="true">
          {children}
        </div>
      )}
      <div className={isTable ? styles['table'] : styles['spoken']}>{table}</div>
    </Card>
  );
};
