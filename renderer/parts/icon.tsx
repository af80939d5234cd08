import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon.module.css';
import { iconPaths, type IconName } from './icon-paths.ts';

/** An icon as large as the text it stands in, or larger by its class. Says nothing to a screen reader. */
export const Icon = ({
  name,
  className,
}: {
  readonly name: IconName;
  readonly className?: string | undefined;
}): ReactNode => (
  <svg className={classNames(styles['icon'], className)} viewBox="0 0 24 24" aria-hidden="true">
    <path d={iconPaths[name]} />
  </svg>
);
