import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { useCall } from '../state/use-call.ts';
import { useSentence } from '../text/use-language.ts';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';

/** Opens the guest's screen, once the station knows that there is to be one. */
export const GuestScreenOpener = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings' });
  const sentence = useSentence();
  const [isBlocked, setBlocked] = useState(false);
  const opening = useCall(
    useCallback(async () => {
      const outcome = await bridge.openGuestScreen();
      // A host with windows of its own has opened one; a browser has to be asked.
      if (outcome.ok)
        setBlocked(
          outcome.value.address !== undefined &&
            window.open(outcome.value.address, 'witness-guest', 'popup') === null,
        );
      return outcome;
    }, [bridge]),
  );
  const isKept = form.kept.settings.screen.mode === 'two-screens';
  return (
    <>
      <div className={styles['line']}>
        <Button
          icon="external"
          disabled={!isKept}
          isBusy={opening.isRunning}
          onClick={() => void opening.run()}
        >
          {t('screen.open')}
        </Button>
        <span className={styles['note']}>{isKept ? t('screen.openHint') : t('unsaved')}</span>
      </div>
      {opening.value && (
        <Callout tone={isBlocked ? 'review' : 'pass'}>
          {t(isBlocked ? 'screen.blocked' : 'screen.opened')}
        </Callout>
      )}
      {opening.error && <Callout tone="fail">{sentence(toShownError(opening.error))}</Callout>}
    </>
  );
};
