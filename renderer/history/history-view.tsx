import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { Segmented } from '../parts/segmented.tsx';
import { FiguresView } from './figures-view.tsx';
import styles from './history-view.module.css';
import { noFilter, spans } from './record-filter.ts';
import { RecordsView } from './records-view.tsx';

/** What was done here: today's checks to begin with. */
export const HistoryView = ({
  bridge,
  day,
}: {
  readonly bridge: StationBridge;
  readonly day: Date;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history' });
  const [view, setView] = useState<'records' | 'figures'>('records');
  const [filter, setFilter] = useState(noFilter);
  return (
    <div className={styles['history']}>
      <header className={styles['header']}>
        <h1 className={styles['heading']}>{t('heading')}</h1>
        <Segmented
          label={t('views.label')}
          value={view}
          onValue={setView}
          segments={[
            { value: 'records', label: t('views.records') },
            { value: 'figures', label: t('views.figures') },
          ]}
        />
        <Segmented
          label={t('filter.range')}
          value={filter.span}
          onValue={(span) => {
            setFilter({ ...filter, span });
          }}
          segments={spans.map((span) => ({ value: span, label: t(`filter.ranges.${span}`) }))}
        />
      </header>
      {view === 'records' ? (
        <RecordsView bridge={bridge} filter={filter} day={day} onFilter={setFilter} />
      ) : (
        <FiguresView bridge={bridge} span={filter.span} day={day} />
      )}
    </div>
  );
};
