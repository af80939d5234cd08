import { useId, type ReactNode } from 'react';
import styles from './switch.module.css';

/** On or off, at once. The whole line is to be touched. */
export const Switch = ({
  label,
  hint,
  isOn,
  onToggle,
  isDisabled = false,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}): ReactNode => {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-labelledby={`${id}-label`}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      disabled={isDisabled}
      className={styles['switch']}
      onClick={() => {
        onToggle(!isOn);
      }}
    >
      <span className={styles['words']}>
        <span id={`${id}-label`} className={styles['label']}>
          {label}
        </span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className={styles['hint']}>
            {hint}
          </span>
        )}
      </span>
      <span className={styles['track']}>
        <span className={styles['thumb']} />
      </span>
    </button>
  );
};
