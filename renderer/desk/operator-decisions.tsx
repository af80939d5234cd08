import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../parts/badge.tsx';
import { formatTime } from '../text/format-time.ts';
import { useLanguage } from '../text/use-language.ts';
import type { OperatorDecision } from './desk-types.ts';
import styles from './operator-decisions.module.css';

/** Who decided what, when, and why; the last one counts. */
export const OperatorDecisions = ({
  decisions,
}: {
  readonly decisions: readonly OperatorDecision[];
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk' });
  const language = useLanguage();
  if (decisions.length === 0) return null;
  return (
    <ul className={styles['decisions']} aria-label={t('decide.logHeading')}>
      {decisions.map(({ verdict, operator, reason, at }) => (
        <li key={at}>
          <Badge tone={verdict} icon={verdict === 'pass' ? 'check' : 'cross'}>
            {t(`decide.${verdict}`)}
          </Badge>
          {t('decide.log', { operator, reason, time: formatTime(at, language) })}
        </li>
      ))}
    </ul>
  );
};
