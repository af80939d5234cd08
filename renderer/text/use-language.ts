import { useTranslation } from 'react-i18next';
import type { ShownSentence } from '../../main/ipc/shown-words.ts';
import { languages, type Language } from './language.ts';

/** The language this part of the page is written in. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? languages[0];
};

/** Picks the sentence of this part's language out of one that came in both. */
export const useSentence = (): ((sentence: ShownSentence) => string) => {
  const language = useLanguage();
  return (sentence) => sentence[language];
};
