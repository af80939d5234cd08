import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { Field } from '../parts/field.tsx';
import { TextInput } from '../parts/text-input.tsx';
import { useCall } from '../state/use-call.ts';
import { useSentence } from '../text/use-language.ts';
import styles from './lock.module.css';
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
  const input = (value: string, onValue: (typed: string) => void) =>
    function PinInput(ids: object): ReactNode {
      return (
        <TextInput
          {...ids}
          type="password"
          inputMode="numeric"
          maxLength={12}
          value={value}
          onValue={onValue}
        />
      );
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
          {input(pin, setPin)}
        </Field>
        <Field label={t('again')} error={isTried && !isSame ? t('differs') : undefined}>
          {input(again, setAgain)}
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
