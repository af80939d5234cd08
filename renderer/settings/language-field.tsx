import type { ReactNode } from 'react';
import { languageNames, languages, localeOf, type Language } from '../text/language.ts';
import { ChoiceField } from './choice-field.tsx';

/** The language a counter starts with. Each is written in its own words. */
export const LanguageField = ({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: Language;
  readonly onValue: (language: Language) => void;
}): ReactNode => (
  <ChoiceField
    label={label}
    segments={languages.map((language) => ({
      value: language,
      label: languageNames[language],
      lang: localeOf[language],
    }))}
    value={value}
    onValue={onValue}
  />
);
