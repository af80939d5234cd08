import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../parts/badge.tsx';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import styles from './section.module.css';
import { NumberField, TextField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

const providers = ['cloudauth'] as const;

/** Which cloud compares, and how long it may take. */
export const CloudFields = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.engine' });
  const { provider, endpoint, timeout } = form.draft.engine;
  return (
    <div className={styles['fields']}>
      <div className={styles['pair']}>
        <Field label={t('provider')}>
          {(ids) => (
            <Select
              {...ids}
              value={provider}
              choices={providers.map((value) => ({ value, label: t(`providers.${value}`) }))}
              onValue={(chosen) => {
                form.edit('engine', { provider: chosen });
              }}
            />
          )}
        </Field>
        <NumberField
          form={form}
          field="engine.cloud.timeout"
          label={t('timeout')}
          hint={t('timeoutHint')}
          value={timeout}
          onValue={(typed) => {
            form.edit('engine', { timeout: typed });
          }}
        />
      </div>
      <TextField
        form={form}
        field="engine.cloud.endpoint"
        label={t('endpoint')}
        hint={t('endpointHint')}
        value={endpoint}
        onValue={(typed) => {
          form.edit('engine', { endpoint: typed });
        }}
      />
      <Credentials isThere={form.kept.hasCloudCredentials} />
    </div>
  );
};

const Credentials = ({ isThere }: { readonly isThere: boolean }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.engine' });
  const label = useId();
  return (
    <div className={styles['choice']} role="group" aria-labelledby={label}>
      <span id={label} className={styles['choiceLabel']}>
        {t('credentials')}
      </span>
      <Badge tone={isThere ? 'pass' : 'review'} icon={isThere ? 'lock' : 'warning'}>
        {t(isThere ? 'credentialsThere' : 'credentialsMissing')}
      </Badge>
    </div>
  );
};
