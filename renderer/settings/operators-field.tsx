import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinesField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Who works here, for those who decide to be chosen from. */
export const OperatorsField = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.site' });
  return (
    <LinesField
      form={form}
      field="site.operators"
      label={t('operators')}
      hint={t('operatorsHint')}
      value={form.draft.site.operators}
      onValue={(operators) => {
        form.edit('site', { operators });
      }}
    />
  );
};
