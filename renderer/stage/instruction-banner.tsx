import type { ReactNode } from 'react';
import { classNames } from '../parts/class-names.ts';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon-paths.ts';
import styles from './instruction-banner.module.css';

/** The one thing to do now, in big words at the top of the picture: near the camera's own place. */
export const InstructionBanner = ({
  icon,
  isGood,
  children,
}: {
  readonly icon: IconName;
  readonly isGood: boolean;
  readonly children: string;
}): ReactNode => (
  <div role="status" className={classNames(styles['banner'], isGood && styles['good'])}>
    {/* A new instruction comes in anew, so that a change is noticed. */}
    <p key={children} className={styles['words']}>
      <Icon name={icon} className={styles['icon']} />
      {children}
    </p>
  </div>
);
