import type { ReactNode, RefObject } from 'react';
import styles from './step.module.css';

/** What a step is for, where the keyboard and the screen reader start. */
export const StepHeading = ({
  heading,
  title,
  children,
}: {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly title: string;
  /** More about it. */
  readonly children?: ReactNode;
}): ReactNode => (
  <div className={styles['lead']}>
    <h1 ref={heading} tabIndex={-1} className={styles['heading']}>
      {title}
    </h1>
    {children !== undefined && <p className={styles['detail']}>{children}</p>}
  </div>
);
