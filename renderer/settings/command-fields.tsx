import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecoderDraft } from './decoder-draft.ts';
import { LinesField, TextField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** A decoder that is a program. */
export const CommandFields = ({
  form,
  edit,
}: {
  readonly form: SettingsForm;
  readonly edit: (to: Partial<DecoderDraft>) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.decoder' });
  const { command, args } = form.draft.decoder;
  return (
    <>
      <TextField
        form={form}
        field="decoder.command"
        label={t('program')}
        hint={t('commandHint')}
        value={command}
        onValue={(typed) => {
          edit({ command: typed });
        }}
      />
      <LinesField
        form={form}
        field="decoder.args"
        label={t('args')}
        hint={t('argsHint')}
        value={args}
        onValue={(typed) => {
          edit({ args: typed });
        }}
      />
    </>
  );
};
