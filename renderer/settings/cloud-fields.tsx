import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../parts/badge.tsx';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { cloudProviders } from './engine-draft.ts';
import { ProxyFields } from './proxy-fields.tsx';
import styles from './section.module.css';
import { NumberField, TextField } from './setting-field.tsx';
import { TencentFields } from './tencent-fields.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Which cloud compares, how it is reached, and how long it may take. */
export const CloudFields = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.engine' });
  const { provider, endpoint, timeout, caFile } = form.draft.engine;
  return (
    <div className={styles['fields']}>
      <div className={styles['pair']}>
        <Field label={t('provider')}>
          {(ids) => (
            <Select
              {...ids}
              value={provider}
              choices={cloudProviders.map((value) => ({ value, label: t(`providers.${value}`) }))}
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
      {provider === 'tencent' ? (
        <TencentFields form={form} />
      ) : (
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
      )}
      <Credentials form={form} />
      <ProxyFields form={form} />
      <TextField
        form={form}
        field="engine.cloud.caFile"
        label={t('caFile')}
        hint={t('caFileHint')}
        maxLength={1000}
        value={caFile}
        onValue={(typed) => {
          form.edit('engine', { caFile: typed });
        }}
      />
    </div>
  );
};

/** Whether there are keys: the station looks for those of the provider that is saved. */
const Credentials = ({ form: { kept, draft } }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.engine' });
  const label = useId();
  const isSaved = draft.engine.provider === kept.settings.engine.cloud.provider;
  const isThere = kept.hasCloudCredentials;
  return (
    <div className={styles['choice']} role="group" aria-labelledby={label}>
      <span id={label} className={styles['choiceLabel']}>
        {t('credentials')}
      </span>
      {isSaved ? (
        <Badge tone={isThere ? 'pass' : 'review'} icon={isThere ? 'lock' : 'warning'}>
          {t(isThere ? 'credentialsThere' : 'credentialsMissing')}
        </Badge>
      ) : (
        <span className={styles['note']}>{t('credentialsSaveFirst')}</span>
      )}
    </div>
  );
};
