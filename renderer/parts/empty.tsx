import type { ReactNode } from 'react';
import styles from './empty.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

/** Where there is nothing yet: says so, and what brings something here. */
export const Empty = ({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}): ReactNode => (
  <div className={styles['empty']}>
    <Icon name={icon} className={styles['icon']} />
    <p className={styles['title']}>{title}</p>
    {children !== undefined && <p className={styles['words']}>{children}</p>}
  </div>
);
