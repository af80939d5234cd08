import { useId, type ReactNode } from 'react';
import styles from './segmented.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** The language the label is written in, where it is not the page's. */
  readonly lang?: string;
}

/** One of a few that are all in sight. Arrow keys move between them, as between radio buttons. */
export const Segmented = <Value extends string>({
  label,
  segments,
  value,
  onValue,
}: {
  /** What is chosen; for screen readers. */
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}): ReactNode => {
  const group = useId();
  return (
    <fieldset className={styles['segmented']} aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles['segment']} lang={segment.lang}>
          <input
            type="radio"
            name={group}
            className={styles['radio']}
            checked={segment.value === value}
            onChange={() => {
              onValue(segment.value);
            }}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
};
