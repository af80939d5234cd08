import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import styles from './history-view.module.css';
import { pageSize } from './record-filter.ts';

/** Which records are seen, and the way to the others. */
export const Pager = ({
  offset,
  total,
  onOffset,
}: {
  readonly offset: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history.pages' });
  if (total === 0) return null;
  const last = Math.min(offset + pageSize, total);
  return (
    <nav className={styles['pager']} aria-label={t('label')}>
      <span role="status">{t('shown', { from: offset + 1, to: last, total })}</span>
      <Button
        tone="quiet"
        icon="chevron-left"
        aria-label={t('previous')}
        disabled={offset === 0}
        onClick={() => {
          onOffset(Math.max(0, offset - pageSize));
        }}
      />
      <Button
        tone="quiet"
        icon="chevron-right"
        aria-label={t('next')}
        disabled={last >= total}
        onClick={() => {
          onOffset(offset + pageSize);
        }}
      />
    </nav>
  );
};
