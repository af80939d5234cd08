import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** How much it asks to be pressed. One `primary` per view. */
  readonly tone?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** `guest` is for the guest's screen: as high as a thumb is wide. */
  readonly size?: 'normal' | 'guest';
  readonly icon?: IconName;
  /** What it started is not over: it cannot be pressed again, and keeps its width. */
  readonly isBusy?: boolean;
}

/** A button. It submits no form unless its `type` says so. */
export const Button = ({
  tone = 'secondary',
  size = 'normal',
  icon,
  isBusy = false,
  className,
  disabled,
  children,
  ...rest
}: ButtonProps): ReactNode => (
  <button
    type="button"
    {...rest}
    disabled={disabled === true || isBusy}
    aria-busy={isBusy}
    className={classNames(styles['button'], styles[tone], styles[size], className)}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
);
