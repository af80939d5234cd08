import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { Field } from '../parts/field.tsx';
import { useCall } from '../state/use-call.ts';
import { useSentence } from '../text/use-language.ts';
import styles from './lock.module.css';
import { PinInput } from './pin-input.tsx';
import { useLock } from './use-lock.ts';

/** Sets the PIN of the desk, another one, or none. It holds at once: it is no part of the settings. */
export const PinCard = ({ bridge }: { readonly bridge: StationBridge }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'lock' });
  const sentence = useSentence();
  const { hasPin } = useLock(bridge);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const change = useCall(bridge.changePin);
  const isSame = pin === again;
  const set = async (next?: string): Promise<void> => {
    const isDone = await change.run(next === undefined ? {} : { pin: next });
    if (!isDone) return;
    setPin('');
    setAgain('');
    setTried(false);
  };
  return (
    <Card title={t('heading')}>
      <p>{hasPin ? t('hasPin') : t('noPin')}</p>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isSame) void set(pin);
        }}
      >
        <Field label={t('newPin')} hint={t('newPinHint')}>
          {(ids) => <PinInput ids={ids} value={pin} onValue={setPin} />}
        </Field>
        <Field label={t('again')} error={isTried && !isSame ? t('differs') : undefined}>
          {(ids) => <PinInput ids={ids} value={again} onValue={setAgain} />}
        </Field>
        {change.error && <Callout tone="fail">{sentence(toShownError(change.error))}</Callout>}
        <div className={styles['buttons']}>
          <Button type="submit" icon="lock" isBusy={change.isRunning}>
            {hasPin ? t('change') : t('set')}
          </Button>
          {hasPin && (
            <Button tone="danger" isBusy={change.isRunning} onClick={() => void set()}>
              {t('remove')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
};
