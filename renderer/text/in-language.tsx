import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18nIn } from './i18n.ts';
import type { Language } from './language.ts';

/** Everything inside is written in this language. */
export const InLanguage = ({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode => <I18nextProvider i18n={i18nIn[language]}>{children}</I18nextProvider>;
