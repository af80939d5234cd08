import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../parts/callout.tsx';
import { Dialog } from '../parts/dialog.tsx';
import styles from './help-dialog.module.css';

/** What each key does at the desk. */
const keys = [
  ['pass', 'F2'],
  ['fail', 'F3'],
  ['retry', 'F4'],
  ['reveal', 'F6'],
  ['next', 'F8'],
  ['views', 'Alt+1, 2, 3'],
  ['help', 'F1'],
  ['escape', 'Esc'],
] as const;

/** The keyboard, for those who have both hands on it. */
export const HelpDialog = ({
  isShared,
  isDemo,
  onClose,
}: {
  /** Whether the guest looks at the same screen: only then is the card covered. */
  readonly isShared: boolean;
  readonly isDemo: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const offered = keys.filter(([deed]) => isShared || deed !== 'reveal');
  return (
    <Dialog title={t('help.heading')} closeLabel={t('close')} onClose={onClose}>
      {isDemo && <Callout tone="accent">{t('help.demo')}</Callout>}
      <dl className={styles['keys']}>
        {offered.map(([deed, key]) => (
          <div key={deed}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`help.${deed}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
