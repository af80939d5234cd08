import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { useCall } from '../state/use-call.ts';
import { useSentence } from '../text/use-language.ts';
import { PinInput } from './pin-input.tsx';
import { PinPad } from './pin-pad.tsx';
import styles from './lock.module.css';

/** Asks for the PIN. */
export const UnlockDialog = ({
  bridge,
  onClose,
}: {
  readonly bridge: StationBridge;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'lock' });
  const sentence = useSentence();
  const form = useId();
  const [pin, setPin] = useState('');
  const unlock = useCall(bridge.unlockDesk);
  const type = (typed: string): void => {
    setPin(typed);
    unlock.reset();
  };
  const submit = async (): Promise<void> => {
    if (await unlock.run({ pin })) onClose();
    // Whoever tries again begins anew.
    else setPin('');
  };
  return (
    <Dialog
      title={t('heading')}
      closeLabel={t('cancel')}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} tone="primary" icon="lock" isBusy={unlock.isRunning}>
          {t('submit')}
        </Button>
      }
    >
      <form
        id={form}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={t('pin')} error={unlock.error && sentence(toShownError(unlock.error))}>
          {(ids) => <PinInput ids={ids} value={pin} onValue={type} isFirst />}
        </Field>
        <PinPad
          onDigit={(digit) => {
            type(pin + digit);
          }}
          onBack={() => {
            type(pin.slice(0, -1));
          }}
        />
      </form>
    </Dialog>
  );
};
