import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../parts/class-names.ts';
import { useLanguage } from '../text/use-language.ts';
import styles from './card-panel.module.css';
import type { DeskCard } from './desk-types.ts';

type Field = DeskCard['fields'][number];

/** Fields that take the whole width. */
const wide: ReadonlySet<Field['name']> = new Set([
  'address',
  'number',
  'text',
  'issuer',
  'validity',
]);
/** Fields that are compared character by character. */
const characters: ReadonlySet<Field['name']> = new Set([
  'number',
  'previous-number',
  'travel-permit-number',
]);

/** One line of the card. */
export const CardField = ({
  field,
  covered,
  aside,
}: {
  readonly field: Field;
  /** What to show in place of the value; absent where the value may be seen. */
  readonly covered?: string | undefined;
  readonly aside?: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.card' });
  const language = useLanguage();
  return (
    <div className={classNames(styles['field'], wide.has(field.name) && styles['wide'])}>
      <dt>{t(`field.${field.name}`)}</dt>
      <dd
        className={classNames(
          characters.has(field.name) && styles['characters'],
          field.name === 'name' && styles['holder'],
        )}
        {...(covered !== undefined && { 'data-covered': true })}
      >
        <span>{covered ?? field.value[language]}</span>
        {aside}
      </dd>
    </div>
  );
};
