import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';

/** Several lines of text. Tells its text at every key. */
export const TextArea = ({
  onValue,
  className,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'onChange'> & {
  readonly onValue: (value: string) => void;
}): ReactNode => (
  <textarea
    autoComplete="off"
    spellCheck={false}
    rows={4}
    {...rest}
    className={classNames(styles['control'], styles['area'], className)}
    onChange={(event) => {
      onValue(event.currentTarget.value);
    }}
  />
);
