import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { useIsLocked } from '../lock/use-lock.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { useCall } from '../state/use-call.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import { useSentence } from '../text/use-language.ts';
import { DecideDialog, type Deed, type Signature } from './decide-dialog.tsx';
import styles from './decision-bar.module.css';
import type { Desk } from './desk-types.ts';
import { possibleDeeds } from './possible-deeds.ts';

/** The name an operator signed with last, remembered for the shift. */
export interface Shift {
  readonly operators: readonly string[];
  readonly operator: string;
  readonly onOperator: (operator: string) => void;
}

/** What the clerk can do to the present check. Nothing is decided without being confirmed. */
export const DecisionBar = ({
  bridge,
  desk,
  attemptsNow,
  shift,
}: {
  readonly bridge: StationBridge;
  readonly desk: Desk & { readonly visit: number };
  /** How many another try would have, as it is set by now. */
  readonly attemptsNow: number;
  readonly shift: Shift;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.decide' });
  const sentence = useSentence();
  const [deed, setDeed] = useState<Deed>();
  const decide = useCall(bridge.decideVisit);
  const retry = useCall(bridge.allowRetry);
  const finish = useCall(bridge.finishVisit);
  const { visit } = desk;
  const isLocked = useIsLocked();
  const can = isLocked ? { ...possibleDeeds(desk), ...noDeeds } : possibleDeeds(desk);
  const { pass: canPass, fail: canFail, retry: canRetry, next: canFinish } = can;
  const { run: finishNow } = finish;

  useShortcuts(
    useMemo(
      () => ({
        ...(canPass && {
          F2: () => {
            setDeed('pass');
          },
        }),
        ...(canFail && {
          F3: () => {
            setDeed('fail');
          },
        }),
        ...(canRetry && {
          F4: () => {
            setDeed('retry');
          },
        }),
        ...(canFinish && { F8: () => void finishNow({ visit }) }),
      }),
      [canPass, canFail, canRetry, canFinish, finishNow, visit],
    ),
  );

  const close = (closed: Deed): void => {
    // A dialog tells late that it was closed: by then the next key may have asked for another.
    setDeed((asked) => (asked === closed ? undefined : asked));
    decide.reset();
    retry.reset();
  };
  const sign = async (done: Deed, signature: Signature): Promise<void> => {
    shift.onOperator(signature.operator);
    const isDone = await (done === 'retry'
      ? retry.run({ visit, ...signature })
      : decide.run({ visit, verdict: done, ...signature }));
    if (isDone) close(done);
  };
  const error = decide.error ?? retry.error;

  return (
    <footer className={styles['bar']}>
      {finish.error && <Callout tone="fail">{sentence(toShownError(finish.error))}</Callout>}
      <div className={styles['buttons']}>
        <DeedButton
          deed="pass"
          isPossible={can.pass}
          onDeed={setDeed}
          isMain={desk.verdict === 'review'}
        />
        <DeedButton deed="fail" isPossible={can.fail} onDeed={setDeed} />
        <DeedButton deed="retry" isPossible={can.retry} onDeed={setDeed} />
        <Button
          className={styles['next']}
          tone={can.next ? 'primary' : 'secondary'}
          icon="arrow-right"
          disabled={!can.next}
          isBusy={finish.isRunning}
          aria-keyshortcuts="F8"
          onClick={() => void finishNow({ visit })}
        >
          {t('next')} <kbd>F8</kbd>
        </Button>
      </div>
      {deed && (
        <DecideDialog
          key={deed}
          deed={deed}
          verdict={desk.verdict}
          attempts={attemptsNow}
          operators={shift.operators}
          operator={shift.operator}
          error={error && sentence(toShownError(error))}
          isBusy={decide.isRunning || retry.isRunning}
          onSubmit={(signature) => void sign(deed, signature)}
          onClose={() => {
            close(deed);
          }}
        />
      )}
    </footer>
  );
};

/** What needs the PIN while the desk is locked. */
const noDeeds = { pass: false, fail: false, retry: false } as const;

const keyOf = { pass: 'F2', fail: 'F3', retry: 'F4' } as const;
const iconOf = { pass: 'check', fail: 'cross', retry: 'refresh' } as const;

const DeedButton = ({
  deed,
  isPossible,
  isMain = false,
  onDeed,
}: {
  readonly deed: Deed;
  readonly isPossible: boolean;
  readonly isMain?: boolean;
  readonly onDeed: (deed: Deed) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.decide' });
  return (
    <Button
      tone={isMain ? 'primary' : deed === 'fail' ? 'danger' : 'secondary'}
      icon={iconOf[deed]}
      disabled={!isPossible}
      aria-keyshortcuts={keyOf[deed]}
      onClick={() => {
        onDeed(deed);
      }}
    >
      {t(deed)} <kbd>{keyOf[deed]}</kbd>
    </Button>
  );
};
