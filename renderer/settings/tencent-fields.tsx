import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './section.module.css';
import { LinesField, TextField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Tencent's account, and what its similarity means at this site. */
export const TencentFields = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.engine' });
  const { tencentEndpoint, appId, tableOrigin, tableRows } = form.draft.engine;
  return (
    <>
      <div className={styles['pair']}>
        <TextField
          form={form}
          field="engine.cloud.tencent.endpoint"
          label={t('endpoint')}
          hint={t('endpointHint')}
          value={tencentEndpoint}
          onValue={(typed) => {
            form.edit('engine', { tencentEndpoint: typed });
          }}
        />
        <TextField
          form={form}
          field="engine.cloud.tencent.appId"
          label={t('appId')}
          hint={t('appIdHint')}
          value={appId}
          onValue={(typed) => {
            form.edit('engine', { appId: typed });
          }}
        />
      </div>
      <LinesField
        form={form}
        field="engine.cloud.tencent.siteTable.points"
        label={t('tableRows')}
        hint={t('tableRowsHint')}
        value={tableRows}
        onValue={(typed) => {
          form.edit('engine', { tableRows: typed });
        }}
      />
      <TextField
        form={form}
        field="engine.cloud.tencent.siteTable.origin"
        label={t('tableOrigin')}
        hint={t('tableOriginHint')}
        maxLength={200}
        value={tableOrigin}
        onValue={(typed) => {
          form.edit('engine', { tableOrigin: typed });
        }}
      />
    </>
  );
};
