import type { ReactNode } from 'react';
import { classNames } from '../parts/class-names.ts';
import styles from './card-drawing.module.css';

/** What the drawing shows: a card being laid down, lying still while it is read, or taken away. */
export type CardMotion = 'place' | 'read' | 'take';

/** A reader on the counter, seen as the guest sees it, and a card over it. */
export const CardDrawing = ({ motion }: { readonly motion: CardMotion }): ReactNode => (
  <div className={classNames(styles['scene'], styles[motion])} aria-hidden="true">
    <div className={styles['table']}>
      <svg className={styles['reader']} viewBox="0 0 400 320">
        <rect className={styles['side']} x="8" y="26" width="384" height="288" rx="40" />
        <rect className={styles['top']} x="8" y="8" width="384" height="288" rx="40" />
        <rect className={styles['slot']} x="62" y="52" width="276" height="176" rx="18" />
        <path
          className={styles['waves']}
          d="M182 158a26 26 0 0 1 36 0M165 139a50 50 0 0 1 70 0M148 120a74 74 0 0 1 104 0"
        />
        <rect className={styles['light']} x="176" y="262" width="48" height="8" rx="4" />
      </svg>
      <div className={styles['shadow']} />
      <svg className={styles['card']} viewBox="0 0 276 176">
        <rect className={styles['face']} x="2" y="2" width="272" height="172" rx="16" />
        <path
          className={styles['pattern']}
          d="M2 128c46-34 92-34 138 0s92 34 134 0M2 146c46-34 92-34 138 0s92 34 134 0M2 110c46-34 92-34 138 0s92 34 134 0"
        />
        <rect className={styles['photo']} x="182" y="32" width="68" height="86" rx="8" />
        <circle className={styles['person']} cx="216" cy="66" r="15" />
        <path className={styles['person']} d="M191 118a25 27 0 0 1 50 0z" />
        <path className={styles['lines']} d="M28 44h64M28 68h104M28 92h84M28 144h150" />
        <rect className={styles['sweep']} x="-60" y="2" width="60" height="172" />
      </svg>
    </div>
  </div>
);
