import type { ReactNode } from 'react';
import { Field, type FieldIds } from '../parts/field.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { TextInput } from '../parts/text-input.tsx';
import type { DraftField } from './draft-fields.ts';
import styles from './section.module.css';
import { useFieldError } from './use-field-error.ts';
import type { SettingsForm } from './use-settings-form.ts';

interface SettingFieldProps {
  readonly form: SettingsForm;
  readonly field: DraftField;
  readonly label: string;
  readonly hint?: ReactNode;
}

interface TypedFieldProps extends SettingFieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
}

/** A field of the settings, with what is wrong with it. */
export const SettingField = ({
  form,
  field,
  label,
  hint,
  children,
}: SettingFieldProps & { readonly children: (ids: FieldIds) => ReactNode }): ReactNode => (
  <Field label={label} hint={hint} error={useFieldError(form, field)}>
    {children}
  </Field>
);

/** A line of text. */
export const TextField = ({ form, field, label, hint, ...input }: TypedFieldProps): ReactNode => (
  <SettingField form={form} field={field} label={label} hint={hint}>
    {(ids) => <TextInput {...ids} {...input} />}
  </SettingField>
);

/** A whole number; whatever is typed stays until it is one. */
export const NumberField = ({ form, field, label, hint, ...input }: TypedFieldProps): ReactNode => (
  <SettingField form={form} field={field} label={label} hint={hint}>
    {(ids) => <TextInput {...ids} {...input} inputMode="numeric" className={styles['figure']} />}
  </SettingField>
);

/** Several lines of text. */
export const LinesField = ({ form, field, label, hint, ...input }: TypedFieldProps): ReactNode => (
  <SettingField form={form} field={field} label={label} hint={hint}>
    {(ids) => <TextArea {...ids} {...input} />}
  </SettingField>
);
