import { useId, type ReactNode } from 'react';
import styles from './card.module.css';
import { classNames } from './class-names.ts';

/** A surface that holds what belongs together, under a heading of its own where it has one. */
export const Card = ({
  title,
  aside,
  className,
  children,
}: {
  readonly title?: ReactNode;
  /** What stands at the end of the heading's line: a badge, a button. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode => {
  const heading = useId();
  return (
    <section
      className={classNames(styles['card'], className)}
      aria-labelledby={title === undefined ? undefined : heading}
    >
      {title !== undefined && (
        <header className={styles['head']}>
          <h2 id={heading} className={styles['title']}>
            {title}
          </h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
};
