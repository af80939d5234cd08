import type { ReactNode } from 'react';
import { Segmented, type Segment } from '../parts/segmented.tsx';
import styles from './section.module.css';

/** One of a few, under a label that is seen. */
export const ChoiceField = <Value extends string>({
  label,
  ...segmented
}: {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}): ReactNode => (
  <div className={styles['choice']}>
    {/* Screen readers hear it of the group below. */}
    <span className={styles['choiceLabel']} aria-hidden="true">
      {label}
    </span>
    <Segmented label={label} {...segmented} />
  </div>
);
