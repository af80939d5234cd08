import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { Select } from '../parts/select.tsx';
import styles from './section-list.module.css';
import { sectionIcons, sectionNames, type SectionName } from './sections.ts';

/** The sections there are: a list beside the open one, or, where there is no room, a choice above it. */
export const SectionList = ({
  section,
  troubled,
  file,
  onSection,
  children,
}: {
  readonly section: SectionName;
  /** Sections with something that is not accepted. */
  readonly troubled: readonly SectionName[];
  /** Where the settings are kept. */
  readonly file: string;
  readonly onSection: (section: SectionName) => void;
  /** What is done with all of them. */
  readonly children: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings' });
  return (
    <div className={styles['side']}>
      <h1 className={styles['title']}>{t('heading')}</h1>
      <nav className={styles['list']} aria-label={t('sections')}>
        {sectionNames.map((name) => (
          <button
            key={name}
            type="button"
            className={styles['link']}
            aria-current={name === section ? 'true' : undefined}
            onClick={() => {
              onSection(name);
            }}
          >
            <Icon name={sectionIcons[name]} />
            <span>{t(`section.${name}`)}</span>
            {troubled.includes(name) && <Icon name="warning" className={styles['trouble']} />}
          </button>
        ))}
      </nav>
      <Select
        className={styles['choice']}
        aria-label={t('sections')}
        value={section}
        choices={sectionNames.map((name) => ({ value: name, label: t(`section.${name}`) }))}
        onValue={onSection}
      />
      <div className={styles['rest']}>
        {children}
        <p className={styles['file']}>{t('file', { file })}</p>
      </div>
    </div>
  );
};
