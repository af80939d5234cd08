import type { ReactNode } from 'react';
import styles from './connection-lost.module.css';
import { Icon } from './parts/icon.tsx';
import { i18nIn } from './text/i18n.ts';
import { languages, localeOf } from './text/language.ts';

/** The station cannot be reached. In both languages: which one is read is not known any more. */
export const ConnectionLost = ({ state }: { readonly state: 'lost' | 'refused' }): ReactNode => (
  <div className={styles['veil']} role="alert">
    <div className={styles['words']}>
      <Icon name="unplug" className={styles['icon']} />
      {languages.map((language) => (
        <p key={language} lang={localeOf[language]}>
          {i18nIn[language].t(`connection.${state}`)}
        </p>
      ))}
    </div>
  </div>
);
