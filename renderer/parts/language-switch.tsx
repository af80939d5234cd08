import type { ReactNode } from 'react';
import { languages, localeOf, messagesIn, type Language } from '../text/language.ts';

/** One button per language, each in its own words. */
export const LanguageSwitch = ({
  language,
  onLanguage,
}: {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}): ReactNode => (
  <div
    className="languages"
    role="group"
    aria-label={`${messagesIn.zh.language} / ${messagesIn.en.language}`}
  >
    {languages.map((one) => (
      <button
        key={one}
        type="button"
        lang={localeOf[one]}
        aria-pressed={one === language}
        onClick={() => {
          onLanguage(one);
        }}
      >
        {messagesIn[one].languageName}
      </button>
    ))}
  </div>
);
