import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownLock } from '../../main/ipc/lock-schema.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useCall } from '../state/use-call.ts';
import styles from './lock.module.css';
import { UnlockDialog } from './unlock-dialog.tsx';

/** Whether the desk is locked, and the way to the other state. Nothing where there is no PIN. */
export const LockBar = ({
  bridge,
  lock,
}: {
  readonly bridge: StationBridge;
  readonly lock: ShownLock;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'lock' });
  const [isAsked, setAsked] = useState(false);
  const close = useCall(bridge.lockDesk);
  if (!lock.hasPin) return null;
  return (
    <div className={styles['bar']}>
      <Icon name="lock" />
      <p className={styles['words']} role="status">
        {lock.isLocked ? t('locked') : t('open')}
      </p>
      {lock.isLocked ? (
        <Button
          tone="primary"
          onClick={() => {
            setAsked(true);
          }}
        >
          {t('unlock')}
        </Button>
      ) : (
        <Button isBusy={close.isRunning} onClick={() => void close.run()}>
          {t('lock')}
        </Button>
      )}
      {isAsked && (
        <UnlockDialog
          bridge={bridge}
          onClose={() => {
            setAsked(false);
          }}
        />
      )}
    </div>
  );
};
