import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
}

/** One of several, in the platform's own list. */
export const Select = <Value extends string>({
  choices,
  value,
  onValue,
  className,
  ...rest
}: Omit<ComponentProps<'select'>, 'onChange' | 'value' | 'children'> & {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}): ReactNode => (
  <select
    {...rest}
    value={value}
    className={classNames(styles['control'], styles['select'], className)}
    onChange={(event) => {
      const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
      if (chosen !== undefined) onValue(chosen.value);
    }}
  >
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value} disabled={choice.isDisabled === true}>
        {choice.label}
      </option>
    ))}
  </select>
);
