import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lengths } from './draft-problems.ts';
import styles from './section.module.css';
import { TextField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

const names = ['organisation', 'purpose', 'contact'] as const;

/** What the notice says of this site. */
export const NoticeFields = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.site' });
  return (
    <div className={styles['fields']}>
      {names.map((name) => (
        <TextField
          key={name}
          form={form}
          field={`site.${name}`}
          label={t(name)}
          hint={t(`${name}Hint`)}
          maxLength={lengths[name]}
          value={form.draft.site[name]}
          onValue={(typed) => {
            form.edit('site', { [name]: typed });
          }}
        />
      ))}
    </div>
  );
};
