import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, localeOf, type Language } from '../text/language.ts';
import { ChoiceField } from './choice-field.tsx';

/** The language a counter starts with. Each is written in its own words. */
export const LanguageField = ({
  value,
  onValue,
}: {
  readonly value: Language;
  readonly onValue: (language: Language) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.screen' });
  return (
    <ChoiceField
      label={t('language')}
      segments={languages.map((language) => ({
        value: language,
        label: languageNames[language],
        lang: localeOf[language],
      }))}
      value={value}
      onValue={onValue}
    />
  );
};
