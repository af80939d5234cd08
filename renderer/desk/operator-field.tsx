import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { TextInput } from '../parts/text-input.tsx';
import styles from './decide-dialog.module.css';

/** Longest name of an operator (the contract's). */
const longest = 40;
/** Stands for "type a name"; no operator is called so. */
const other = '\u0000';

/** Who decides: one of the site's operators, or a name that is typed. */
export const OperatorField = ({
  operators,
  value,
  onValue,
  error,
}: {
  readonly operators: readonly string[];
  readonly value: string;
  readonly onValue: (operator: string) => void;
  readonly error: string | undefined;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.decide' });
  const [isTyped, setTyped] = useState(
    operators.length === 0 || (value !== '' && !operators.includes(value)),
  );
  const choices = [
    { value: '', label: t('operatorChoose'), isDisabled: true },
    ...operators.map((operator) => ({ value: operator, label: operator })),
    { value: other, label: t('operatorOther') },
  ];
  return (
    <Field label={t('operator')} hint={t('operatorHint')} error={error}>
      {(ids) => (
        <div className={styles['operator']}>
          {operators.length > 0 && (
            <Select
              {...(isTyped ? { 'aria-label': t('operator') } : ids)}
              choices={choices}
              value={isTyped ? other : value}
              onValue={(chosen) => {
                setTyped(chosen === other);
                onValue(chosen === other ? '' : chosen);
              }}
            />
          )}
          {isTyped && <TextInput {...ids} maxLength={longest} value={value} onValue={onValue} />}
        </div>
      )}
    </Field>
  );
};
