import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';

/** A line of text, of figures, or a day. Tells its text at every key. */
export const TextInput = ({
  onValue,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'onChange'> & {
  readonly onValue: (value: string) => void;
}): ReactNode => (
  <input
    type="text"
    autoComplete="off"
    spellCheck={false}
    {...rest}
    className={classNames(styles['control'], className)}
    onChange={(event) => {
      onValue(event.currentTarget.value);
    }}
  />
);
