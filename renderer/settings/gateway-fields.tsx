import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../parts/switch.tsx';
import styles from './section.module.css';
import { NumberField, TextField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Where the gateway is reached, and what may be asked of it. */
export const GatewayFields = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.gateway' });
  const { gateway } = form.draft;
  return (
    <div className={styles['fields']}>
      <TextField
        form={form}
        field="gateway.host"
        label={t('host')}
        hint={t('hostHint')}
        maxLength={253}
        value={gateway.host}
        onValue={(host) => {
          form.edit('gateway', { host });
        }}
      />
      <div className={styles['pair']}>
        {(['port', 'metricsPort'] as const).map((name) => (
          <NumberField
            key={name}
            form={form}
            field={`gateway.${name}`}
            label={t(name)}
            hint={t(`${name}Hint`)}
            value={gateway[name]}
            onValue={(typed) => {
              form.edit('gateway', { [name]: typed });
            }}
          />
        ))}
      </div>
      {(['cert', 'key'] as const).map((name) => (
        <TextField
          key={name}
          form={form}
          field={`gateway.tls.${name}`}
          label={t(name)}
          hint={t(`${name}Hint`)}
          value={gateway[name]}
          onValue={(typed) => {
            form.edit('gateway', { [name]: typed });
          }}
        />
      ))}
      <div className={styles['pair']}>
        {(['requests', 'seconds'] as const).map((name) => (
          <NumberField
            key={name}
            form={form}
            field={`gateway.rate.${name}`}
            label={t(name)}
            hint={t(`${name}Hint`)}
            value={gateway[name]}
            onValue={(typed) => {
              form.edit('gateway', { [name]: typed });
            }}
          />
        ))}
      </div>
      <Switch
        label={t('urlImages')}
        hint={t('urlImagesHint')}
        isOn={gateway.urlImages}
        onToggle={(urlImages) => {
          form.edit('gateway', { urlImages });
        }}
      />
    </div>
  );
};
