import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../parts/badge.tsx';
import type { IconName } from '../parts/icon-paths.ts';
import type { CheckRecord, Verdict } from './history-types.ts';

/** A verdict's sign. */
export const verdictIcons: Readonly<Record<Verdict, IconName>> = {
  pass: 'check',
  review: 'hand',
  fail: 'cross',
};

/** What a check came to, and whether an operator said so. */
export const VerdictBadge = ({
  record,
}: {
  readonly record: Pick<CheckRecord, 'verdict' | 'decisions'>;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  return (
    <Badge tone={record.verdict} icon={verdictIcons[record.verdict]}>
      {t(`desk.verdict.${record.verdict}`)}
      {record.decisions.length > 0 && ` · ${t('history.table.byOperator')}`}
    </Badge>
  );
};
