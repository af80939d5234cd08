import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../parts/field.tsx';
import { TextInput } from '../parts/text-input.tsx';
import type { Deed } from './decide-dialog.tsx';
import styles from './decide-dialog.module.css';

/** Longest reason (the contract's). */
const longest = 200;

/** Why: one of the usual reasons, or words of the clerk's own. */
export const ReasonField = ({
  deed,
  value,
  onValue,
  error,
}: {
  readonly deed: Deed;
  readonly value: string;
  readonly onValue: (reason: string) => void;
  readonly error: string | undefined;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.decide' });
  const name = useId();
  const [isOwn, setOwn] = useState(false);
  const quick = Object.values(t(`quick.${deed}`, { returnObjects: true }));
  return (
    <fieldset className={styles['reasons']}>
      <legend className={styles['legend']}>{t('reason')}</legend>
      {quick.map((reason) => (
        <label key={reason} className={styles['reason']}>
          <input
            type="radio"
            name={name}
            checked={!isOwn && value === reason}
            onChange={() => {
              setOwn(false);
              onValue(reason);
            }}
          />
          {reason}
        </label>
      ))}
      <Field label={t('ownReason')} hint={t('reasonHint')} error={error}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={longest}
            value={isOwn ? value : ''}
            onValue={(text) => {
              setOwn(true);
              onValue(text);
            }}
          />
        )}
      </Field>
    </fieldset>
  );
};
