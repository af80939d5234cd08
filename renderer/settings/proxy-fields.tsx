import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from './choice-field.tsx';
import { proxyKinds } from './engine-draft.ts';
import { TextField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Through which proxy the cloud is reached, if through any. */
export const ProxyFields = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.engine' });
  const { proxy, proxyAddress } = form.draft.engine;
  return (
    <>
      <ChoiceField
        label={t('proxy')}
        segments={proxyKinds.map((value) => ({ value, label: t(`proxies.${value}`) }))}
        value={proxy}
        onValue={(chosen) => {
          form.edit('engine', { proxy: chosen });
        }}
      />
      {proxy === 'address' && (
        <TextField
          form={form}
          field="engine.cloud.proxy"
          label={t('proxyAddress')}
          hint={t('proxyAddressHint')}
          value={proxyAddress}
          onValue={(typed) => {
            form.edit('engine', { proxyAddress: typed });
          }}
        />
      )}
    </>
  );
};
