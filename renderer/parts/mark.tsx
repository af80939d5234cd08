import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './mark.module.css';

/** The product's mark: a card, and the person it belongs to, in one outline. */
export const Mark = ({ className }: { readonly className?: string | undefined }): ReactNode => (
  <svg className={classNames(styles['mark'], className)} viewBox="0 0 48 48" aria-hidden="true">
    <rect className={styles['ground']} width="48" height="48" rx="13" />
    <path
      className={styles['line']}
      d="M9 31V19.5a4.5 4.5 0 0 1 4.5-4.5h21a4.5 4.5 0 0 1 4.5 4.5V31a4.5 4.5 0 0 1-4.5 4.5H29M13 35.5a6.5 6.5 0 0 1 13 0M19.5 20.5a4 4 0 1 0 0 8a4 4 0 0 0 0-8"
    />
    <path className={styles['accent']} d="M28.5 24l2.6 2.6l4.4-5" />
  </svg>
);
