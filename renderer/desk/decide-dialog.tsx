import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { Verdict } from './desk-types.ts';
import styles from './decide-dialog.module.css';
import { OperatorField } from './operator-field.tsx';
import { ReasonField } from './reason-field.tsx';

/** What a clerk can do to a check. */
export type Deed = 'pass' | 'fail' | 'retry';

/** Who did it, and why. */
export interface Signature {
  readonly operator: string;
  readonly reason: string;
}

/** Asks for operator and reason, and for a last look, before anything is decided. */
export const DecideDialog = ({
  deed,
  verdict,
  attempts,
  operators,
  operator,
  error,
  isBusy,
  onSubmit,
  onClose,
}: {
  readonly deed: Deed;
  /** What the station said, where it decided. */
  readonly verdict: Verdict | undefined;
  readonly attempts: number;
  readonly operators: readonly string[];
  /** Who decided last in this shift. */
  readonly operator: string;
  readonly error: string | undefined;
  readonly isBusy: boolean;
  readonly onSubmit: (signature: Signature) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk' });
  const form = useId();
  const [who, setWho] = useState(operator);
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  const isSigned = who.trim() !== '' && why.trim() !== '';
  const words = {
    pass: { title: t('decide.confirmPass'), submit: t('decide.submitPass') },
    fail: { title: t('decide.confirmFail'), submit: t('decide.submitFail') },
    retry: { title: t('decide.confirmRetry'), submit: t('decide.submitRetry') },
  }[deed];
  return (
    <Dialog
      title={words.title}
      closeLabel={t('decide.cancel')}
      onClose={onClose}
      actions={
        <Button
          type="submit"
          form={form}
          tone={deed === 'fail' ? 'danger' : 'primary'}
          icon={deed === 'pass' ? 'check' : deed === 'fail' ? 'cross' : 'refresh'}
          isBusy={isBusy}
        >
          {words.submit}
        </Button>
      }
    >
      <form
        id={form}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isSigned) onSubmit({ operator: who.trim(), reason: why.trim() });
        }}
      >
        <p>{explain(deed, verdict, attempts, t)}</p>
        <OperatorField
          operators={operators}
          value={who}
          onValue={setWho}
          error={isTried && who.trim() === '' ? t('decide.missingOperator') : undefined}
        />
        <ReasonField
          deed={deed}
          value={why}
          onValue={setWhy}
          error={isTried && why.trim() === '' ? t('decide.missingReason') : undefined}
        />
        {error !== undefined && <Callout tone="fail">{error}</Callout>}
      </form>
    </Dialog>
  );
};

/** Says whether the deed goes against the station, and that it is kept. */
const explain = (
  deed: Deed,
  verdict: Verdict | undefined,
  attempts: number,
  t: ReturnType<typeof useTranslation<'clerk', 'desk'>>['t'],
): string => {
  if (deed === 'retry') return t('decide.retryRecorded', { attempts });
  if (verdict === undefined || verdict === 'review' || verdict === deed)
    return t('decide.recorded');
  return t('decide.overrides', { verdict: t(`verdict.${verdict}`) });
};
