import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../parts/select.tsx';
import { channelOrders, orientations, type DecoderDraft } from './decoder-draft.ts';
import styles from './section.module.css';
import { SettingField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** How the pixels lie that a decoder gives without a header. Nothing is chosen until somebody does. */
export const LayoutFields = ({
  form,
  edit,
}: {
  readonly form: SettingsForm;
  readonly edit: (to: Partial<DecoderDraft>) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings' });
  const { orientation, channelOrder } = form.draft.decoder;
  const unsaid = { value: '', label: t('choose'), isDisabled: true } as const;
  return (
    <div className={styles['pair']}>
      <SettingField
        form={form}
        field="decoder.orientation"
        label={t('decoder.orientation')}
        hint={t('decoder.layoutHint')}
      >
        {(ids) => (
          <Select
            {...ids}
            value={orientation}
            choices={[
              unsaid,
              ...orientations.map((value) => ({
                value,
                label: t(`decoder.orientations.${value}`),
              })),
            ]}
            onValue={(chosen) => {
              edit({ orientation: chosen });
            }}
          />
        )}
      </SettingField>
      <SettingField form={form} field="decoder.channelOrder" label={t('decoder.channelOrder')}>
        {(ids) => (
          <Select
            {...ids}
            value={channelOrder}
            choices={[unsaid, ...channelOrders.map((value) => ({ value, label: value }))]}
            onValue={(chosen) => {
              edit({ channelOrder: chosen });
            }}
          />
        )}
      </SettingField>
    </div>
  );
};
