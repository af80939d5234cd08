import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { formatDayAndTime } from '../text/format-time.ts';
import { useLanguage } from '../text/use-language.ts';
import type { CheckRecord } from './history-types.ts';
import { useRecordFacts } from './record-facts.ts';
import styles from './record-details.module.css';
import { VerdictBadge } from './verdict-badge.tsx';

/** Everything that was kept of one check. */
export const RecordDetails = ({
  record,
  onClose,
}: {
  readonly record: CheckRecord;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const language = useLanguage();
  const facts = useRecordFacts(record);
  return (
    <Dialog
      title={
        <span className={styles['title']}>
          {record.name} <VerdictBadge record={record} />
        </span>
      }
      closeLabel={t('history.details.close')}
      onClose={onClose}
    >
      <dl className={styles['facts']}>
        {facts.map(({ label, lines }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('history.details.decisions')}</dt>
          <dd>
            {record.decisions.length === 0 && <p>{t('history.details.noDecisions')}</p>}
            {record.decisions.map((decision) => (
              <p key={decision.at}>
                {t(`desk.decide.${decision.verdict}`)} ·{' '}
                {t('desk.decide.log', {
                  ...decision,
                  time: formatDayAndTime(decision.at, language),
                })}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <p className={styles['privacy']}>{t('history.details.privacy')}</p>
    </Dialog>
  );
};
