import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

/** A question that has to be answered before anything else. Escape closes it. */
export const Dialog = ({
  title,
  closeLabel,
  onClose,
  actions,
  children,
}: {
  readonly title: ReactNode;
  /** What the closing button says. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Buttons beside the closing one, the affirmative last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const heading = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  return (
    <dialog ref={ref} className={styles['dialog']} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading} className={styles['title']}>
        {title}
      </h2>
      <div className={styles['body']}>{children}</div>
      <footer className={styles['actions']}>
        <Button tone="quiet" onClick={onClose}>
          {closeLabel}
        </Button>
        {actions}
      </footer>
    </dialog>
  );
};
