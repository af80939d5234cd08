import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { clerkEn } from './clerk.en.ts';
import { clerkZh } from './clerk.zh.ts';
import { guestEn } from './guest.en.ts';
import { guestZh } from './guest.zh.ts';
import { languages, type Language } from './language.ts';

/** Every word of the screens, by language and by who reads them. */
export const wordsOf = {
  zh: { guest: guestZh, clerk: clerkZh },
  en: { guest: guestEn, clerk: clerkEn },
} as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'guest';
    resources: (typeof wordsOf)['zh'];
  }
}

const wordsIn = (language: Language): i18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    resources: { [language]: wordsOf[language] },
    ns: ['guest', 'clerk'],
    defaultNS: 'guest',
    fallbackLng: false,
    // The console is for what goes wrong.
    showSupportNotice: false,
    // The words come with the page, so there is nothing to wait for.
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
};

/**
 * One set of words per language, each never changing: guest and clerk may read different languages
 * on one page.
 */
export const i18nIn: Readonly<Record<Language, i18n>> = Object.freeze({
  zh: wordsIn(languages[0]),
  en: wordsIn(languages[1]),
});
