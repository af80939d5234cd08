import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

/** What a badge or a callout is about; never told by colour alone: words or an icon say it too. */
export type Tone = 'neutral' | 'accent' | 'pass' | 'review' | 'fail';

/** A word or two about a thing's state. */
export const Badge = ({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}): ReactNode => (
  <span className={classNames(styles['badge'], styles[tone])}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
);
