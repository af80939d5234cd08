import type { ReactNode } from 'react';
import styles from './callout.module.css';
import type { Tone } from './badge.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

const iconOf: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  accent: 'info',
  pass: 'check',
  review: 'warning',
  fail: 'warning',
};

/** A sentence that must be noticed, where it belongs. A `fail` is read out at once. */
export const Callout = ({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactNode => (
  <div
    className={classNames(styles['callout'], styles[tone])}
    role={tone === 'fail' ? 'alert' : 'note'}
  >
    <Icon name={iconOf[tone]} />
    <div>{children}</div>
  </div>
);
