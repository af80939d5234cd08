import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoutingLines, type Routing } from '../text/use-routing-lines.ts';
import styles from './score-panel.module.css';

/** What each engine said by itself, where more than this machine may compare. */
export const RoutingLines = ({ routing }: { readonly routing: Routing }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.score.routing' });
  const lines = useRoutingLines();
  return (
    <ul className={styles['routing']} aria-label={t('heading')}>
      {lines(routing).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};
