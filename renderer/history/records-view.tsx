import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Callout } from '../parts/callout.tsx';
import { Empty } from '../parts/empty.tsx';
import { useRecords } from '../state/use-records.ts';
import { useSentence } from '../text/use-language.ts';
import { ExportButton } from './export-button.tsx';
import styles from './history-view.module.css';
import type { CheckRecord } from './history-types.ts';
import { Pager } from './pager.tsx';
import { RecordDetails } from './record-details.tsx';
import { isFiltered, queryOf, type RecordFilter } from './record-filter.ts';
import { RecordFilters } from './record-filters.tsx';
import { RecordTable } from './record-table.tsx';

/** The list of checks, to search and to look into. */
export const RecordsView = ({
  bridge,
  filter,
  day,
  onFilter,
}: {
  readonly bridge: StationBridge;
  readonly filter: RecordFilter;
  readonly day: Date;
  readonly onFilter: (filter: RecordFilter) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history' });
  const sentence = useSentence();
  const [place, setPlace] = useState({ filter, offset: 0 });
  const [opened, setOpened] = useState<CheckRecord>();
  // A page number belongs to the filter it was reached with.
  const offset = place.filter === filter ? place.offset : 0;
  const asked = useDeferredValue(filter);
  const query = useMemo(() => queryOf(asked, day, offset), [asked, day, offset]);
  const page = useRecords(bridge, query);
  const total = page.kind === 'known' ? page.value.total : 0;
  return (
    <div className={styles['records']}>
      <RecordFilters filter={filter} onFilter={onFilter} />
      <div className={styles['list']}>
        {page.kind === 'failed' && (
          <Callout tone="fail">{sentence(toShownError(page.error))}</Callout>
        )}
        {page.kind === 'known' &&
          (total === 0 ? (
            <Empty icon="history" title={t('empty.heading')}>
              {isFiltered(filter) || filter.span !== 'today'
                ? t('empty.filtered')
                : t('empty.today')}
            </Empty>
          ) : (
            <RecordTable records={page.value.records} onOpen={setOpened} />
          ))}
      </div>
      <footer className={styles['footer']}>
        <ExportButton bridge={bridge} query={query} isDisabled={total === 0} />
        <Pager
          offset={offset}
          total={total}
          onOffset={(next) => {
            setPlace({ filter, offset: next });
          }}
        />
      </footer>
      {opened && (
        <RecordDetails
          record={opened}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </div>
  );
};
