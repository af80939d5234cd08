import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../parts/switch.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CommandFields } from './command-fields.tsx';
import { decoderDraftOf, decoderKinds, usualTimeout, usuallyNeedsReader } from './decoder-draft.ts';
import type { DecoderDraft, DecoderKind } from './decoder-draft.ts';
import { LibraryFields } from './library-fields.tsx';
import styles from './section.module.css';
import { NumberField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Which decoder, and all there is to say of it. */
export const DecoderFields = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.decoder' });
  const { decoder } = form.draft;
  const edit = (to: Partial<DecoderDraft>): void => {
    form.edit('decoder', to);
  };
  return (
    <div className={styles['fields']}>
      <ChoiceField
        label={t('kind')}
        segments={decoderKinds.map((kind) => ({ value: kind, label: t(kind) }))}
        value={decoder.kind}
        onValue={(kind) => {
          edit({ kind, ...usualOf(kind, form) });
        }}
      />
      {decoder.kind === 'command' && <CommandFields form={form} edit={edit} />}
      {decoder.kind === 'library' && <LibraryFields form={form} edit={edit} />}
      {decoder.kind !== 'none' && (
        <>
          <NumberField
            form={form}
            field="decoder.timeout"
            label={t('timeout')}
            hint={t('timeoutHint')}
            value={decoder.timeout}
            onValue={(timeout) => {
              edit({ timeout });
            }}
          />
          <Switch
            label={t('needsReader')}
            hint={t('needsReaderHint')}
            isOn={decoder.needsReader}
            onToggle={(needsReader) => {
              edit({ needsReader });
            }}
          />
        </>
      )}
    </div>
  );
};

/** What each kind has of its own in the fields both kinds share: as it is kept, or as is usual. */
const usualOf = (
  kind: DecoderKind,
  { kept, draft }: SettingsForm,
): Partial<Pick<DecoderDraft, 'timeout' | 'needsReader'>> => {
  const { decoder } = kept.settings;
  if (kind === 'none') return {};
  if (decoder.kind === kind) {
    const { timeout, needsReader } = decoderDraftOf(decoder);
    return { timeout, needsReader };
  }
  const needsReader = kind === 'library' && usuallyNeedsReader(draft.decoder.shape);
  return { timeout: usualTimeout[kind], needsReader };
};
