import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../parts/select.tsx';
import {
  decoderShapes,
  needsLayout,
  usuallyNeedsReader,
  type DecoderDraft,
} from './decoder-draft.ts';
import { LayoutFields } from './layout-fields.tsx';
import styles from './section.module.css';
import { SettingField, TextField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** A decoder that is a function of a library. */
export const LibraryFields = ({
  form,
  edit,
}: {
  readonly form: SettingsForm;
  readonly edit: (to: Partial<DecoderDraft>) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.decoder' });
  const { shape, path, symbol } = form.draft.decoder;
  return (
    <>
      <TextField
        form={form}
        field="decoder.path"
        label={t('path')}
        hint={t('pathHint')}
        value={path}
        onValue={(typed) => {
          edit({ path: typed });
        }}
      />
      <div className={styles['pair']}>
        <SettingField form={form} field="decoder.shape" label={t('shape')} hint={t('shapeHint')}>
          {(ids) => (
            <Select
              {...ids}
              value={shape}
              choices={decoderShapes.map((name) => ({ value: name, label: name }))}
              onValue={(chosen) => {
                edit({ shape: chosen, needsReader: usuallyNeedsReader(chosen) });
              }}
            />
          )}
        </SettingField>
        <TextField
          form={form}
          field="decoder.symbol"
          label={t('symbol')}
          hint={t('symbolHint')}
          placeholder={shape}
          value={symbol}
          onValue={(typed) => {
            edit({ symbol: typed });
          }}
        />
      </div>
      {needsLayout(shape) && <LayoutFields form={form} edit={edit} />}
    </>
  );
};
