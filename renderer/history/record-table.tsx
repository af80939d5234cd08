import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { formatScoreAgainst } from '../text/format-score.ts';
import { formatDayAndTime } from '../text/format-time.ts';
import { useLanguage } from '../text/use-language.ts';
import type { CheckRecord } from './history-types.ts';
import styles from './record-table.module.css';
import { VerdictBadge } from './verdict-badge.tsx';

/** One page of checks. A line opens its details, by touch or by its button. */
export const RecordTable = ({
  records,
  onOpen,
}: {
  readonly records: readonly CheckRecord[];
  readonly onOpen: (record: CheckRecord) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history.table' });
  return (
    <table className={styles['table']}>
      <caption>{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('time')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('verdict')}</th>
          <th scope="col" className={styles['figure']}>
            {t('score')}
          </th>
          <th scope="col">{t('reasons')}</th>
          <th scope="col">{t('operator')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <RecordRow key={record.id} record={record} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
};

const RecordRow = ({
  record,
  onOpen,
}: {
  readonly record: CheckRecord;
  readonly onOpen: (record: CheckRecord) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const language = useLanguage();
  const { comparison } = record;
  const time = formatDayAndTime(record.endedAt, language);
  return (
    <tr
      onClick={() => {
        onOpen(record);
      }}
    >
      <td className={styles['time']}>
        <time dateTime={record.endedAt}>{time}</time>
      </td>
      <td>{record.name}</td>
      <td className={styles['number']}>{record.number}</td>
      <td>
        <VerdictBadge record={record} />
      </td>
      <td className={styles['figure']}>
        {comparison
          ? formatScoreAgainst(comparison.score, comparison.threshold).score
          : t('history.figures.none')}
      </td>
      <td className={styles['reasons']}>
        {record.reasons.map((reason) => t(`desk.reasonName.${reason}`)).join(' · ')}
      </td>
      <td>{record.decisions.at(-1)?.operator}</td>
      <td className={styles['open']}>
        <button type="button" aria-label={t('history.table.open', { time })}>
          <Icon name="chevron-right" />
        </button>
      </td>
    </tr>
  );
};
