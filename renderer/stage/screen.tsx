import type { ReactNode } from 'react';
import { classNames } from '../parts/class-names.ts';
import styles from './screen.module.css';

/** A screen of the guest's: a picture, and beside it (in a tall stage below it) the words. */
export const Screen = ({
  picture,
  heading,
  detail,
  className,
  children,
}: {
  readonly picture: ReactNode;
  /** The one thing to know or do now. */
  readonly heading: string;
  readonly detail?: ReactNode;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}): ReactNode => (
  <div className={classNames(styles['screen'], className)}>
    <div className={styles['picture']}>{picture}</div>
    <div className={styles['words']}>
      <div role="status" className={styles['message']}>
        <h1 className={styles['heading']}>{heading}</h1>
        {detail !== undefined && <p className={styles['detail']}>{detail}</p>}
      </div>
      {children}
    </div>
  </div>
);
