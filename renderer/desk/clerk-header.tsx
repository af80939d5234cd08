import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import styles from './clerk-header.module.css';
import { clerkViewIcons, clerkViews, type ClerkView } from './clerk-views.ts';

/** Where the clerk is, and the ways elsewhere. */
export const ClerkHeader = ({
  view,
  onView,
  onHelp,
}: {
  readonly view: ClerkView;
  readonly onView: (view: ClerkView) => void;
  readonly onHelp: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  return (
    <header className={styles['header']}>
      <p className={styles['name']}>
        <Mark className={styles['mark']} />
        <span className={styles['title']}>{t('title')}</span>
      </p>
      <nav className={styles['nav']} aria-label={t('navigation')}>
        {clerkViews.map((to, index) => (
          <button
            key={to}
            type="button"
            className={styles['link']}
            aria-current={to === view ? 'page' : undefined}
            aria-keyshortcuts={`Alt+${index + 1}`}
            onClick={() => {
              onView(to);
            }}
          >
            <Icon name={clerkViewIcons[to]} />
            {t(`nav.${to}`)}
          </button>
        ))}
      </nav>
      <Button tone="quiet" icon="info" aria-keyshortcuts="F1" onClick={onHelp}>
        {t('help.open')} <kbd>F1</kbd>
      </Button>
    </header>
  );
};
