import { useEffect, type ReactNode } from 'react';
import { Button } from './button.tsx';
import type { Tone } from './badge.tsx';
import { Callout } from './callout.tsx';
import styles from './toast.module.css';

/** Milliseconds a message stays: long enough to be read twice. */
const stay = 6000;

/** A message about something that was just done; goes by itself, or when it is closed. */
export const Toast = ({
  tone = 'neutral',
  closeLabel,
  onClose,
  children,
}: {
  readonly tone?: Tone;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  useEffect(() => {
    // A failure stays until it was seen.
    if (tone === 'fail') return undefined;
    const timer = setTimeout(onClose, stay);
    return () => {
      clearTimeout(timer);
    };
  }, [tone, onClose]);
  return (
    <div className={styles['toast']} role="status">
      <Callout tone={tone}>{children}</Callout>
      <Button tone="quiet" icon="cross" aria-label={closeLabel} onClick={onClose} />
    </div>
  );
};
