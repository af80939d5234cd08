import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { TextInput } from '../parts/text-input.tsx';
import { verdicts, type ReviewReason } from './history-types.ts';
import { isFiltered, noFilter, type RecordFilter } from './record-filter.ts';
import styles from './record-filters.module.css';

/** Narrows the list of records. */
export const RecordFilters = ({
  filter,
  onFilter,
}: {
  readonly filter: RecordFilter;
  readonly onFilter: (filter: RecordFilter) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const reasonNames = t('desk.reasonName', { returnObjects: true });
  return (
    <search className={styles['filters']} aria-label={t('history.filter.heading')}>
      <div className={styles['search']}>
        <Field label={t('history.filter.search')}>
          {(ids) => (
            <TextInput
              {...ids}
              type="search"
              maxLength={80}
              placeholder={t('history.filter.searchHint')}
              value={filter.text}
              onValue={(text) => {
                onFilter({ ...filter, text });
              }}
            />
          )}
        </Field>
      </div>
      <Field label={t('history.filter.verdict')}>
        {(ids) => (
          <Select
            {...ids}
            value={filter.verdict}
            choices={[
              { value: '', label: t('history.filter.anyVerdict') },
              ...verdicts.map((verdict) => ({
                value: verdict,
                label: t(`desk.verdict.${verdict}`),
              })),
            ]}
            onValue={(verdict) => {
              onFilter({ ...filter, verdict });
            }}
          />
        )}
      </Field>
      <Field label={t('history.filter.reason')}>
        {(ids) => (
          <Select
            {...ids}
            value={filter.reason}
            choices={[
              { value: '', label: t('history.filter.anyReason') },
              ...Object.entries(reasonNames).map(([value, label]) => ({
                value: value as ReviewReason,
                label,
              })),
            ]}
            onValue={(reason) => {
              onFilter({ ...filter, reason });
            }}
          />
        )}
      </Field>
      <Button
        tone="quiet"
        icon="cross"
        disabled={!isFiltered(filter)}
        onClick={() => {
          onFilter({ ...noFilter, span: filter.span });
        }}
      >
        {t('history.filter.clear')}
      </Button>
    </search>
  );
};
