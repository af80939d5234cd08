import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './verdict-shape.module.css';

/** What a check can come to, as people are shown it. */
export type Ending = 'pass' | 'review' | 'fail' | 'problem';

/** Told apart by outline and by sign, so that nobody needs to see colours: on a grid of 200. */
const shapes: Readonly<Record<Ending, { readonly outline: string; readonly sign: string }>> = {
  pass: {
    outline: 'M100 8a92 92 0 1 0 0 184a92 92 0 0 0 0-184z',
    sign: 'M58 104l29 29 56-64',
  },
  review: {
    outline:
      'M89 9a16 16 0 0 1 22 0l80 80a16 16 0 0 1 0 22l-80 80a16 16 0 0 1-22 0l-80-80a16 16 0 0 1 0-22z',
    sign: 'M79 104V74a8 8 0 0 1 16 0v22M95 96V62a8 8 0 0 1 16 0v34M111 96V70a8 8 0 0 1 16 0v40c0 24-10 36-29 36c-14 0-21-7-28-18l-13-20a8 8 0 0 1 13-9l9 11',
  },
  fail: {
    outline:
      'M68 12a14 14 0 0 1 10-4h44a14 14 0 0 1 10 4l56 56a14 14 0 0 1 4 10v44a14 14 0 0 1-4 10l-56 56a14 14 0 0 1-10 4H78a14 14 0 0 1-10-4l-56-56a14 14 0 0 1-4-10V78a14 14 0 0 1 4-10z',
    sign: 'M68 68l64 64M132 68l-64 64',
  },
  problem: {
    outline:
      'M46 14h108a32 32 0 0 1 32 32v108a32 32 0 0 1-32 32H46a32 32 0 0 1-32-32V46a32 32 0 0 1 32-32z',
    sign: 'M100 56v54M100 143v1',
  },
};

/** A verdict, or a problem, to be understood from across the room. Words beside it say the same. */
export const VerdictShape = ({
  ending,
  className,
}: {
  readonly ending: Ending;
  readonly className?: string | undefined;
}): ReactNode => (
  <svg
    className={classNames(styles['verdict'], styles[ending], className)}
    viewBox="0 0 200 200"
    aria-hidden="true"
    data-ending={ending}
  >
    <path className={styles['outline']} d={shapes[ending].outline} />
    <path className={styles['sign']} d={shapes[ending].sign} pathLength="1" />
  </svg>
);
