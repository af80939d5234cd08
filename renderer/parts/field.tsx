import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

/** What a control needs to belong to its label and to the words below it. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/**
 * A label, its control, and what helps or hinders below it.
 *
 * @example
 * ```tsx
 * <Field label={t('operator')}>{(ids) => <TextInput {...ids} value={name} onValue={setName} />}</Field>
 * ```
 */
export const Field = ({
  label,
  hint,
  error,
  children,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly children: (ids: FieldIds) => ReactNode;
}): ReactNode => {
  const id = useId();
  const note = error ?? hint;
  const noteId = note === undefined ? undefined : `${id}-note`;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': noteId, 'aria-invalid': error !== undefined })}
      {note !== undefined && (
        <p id={noteId} className={error === undefined ? styles['hint'] : styles['error']}>
          {note}
        </p>
      )}
    </div>
  );
};
