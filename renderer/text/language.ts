import type { Preferences } from '../../main/ipc/settings-view.ts';

/** The languages of the screens, Chinese first: it is what a counter starts with. */
export const languages = ['zh', 'en'] as const satisfies readonly Preferences['language'][];
export type Language = (typeof languages)[number];

/** For `lang` attributes, voices, and the writing of dates and numbers (BCP 47). */
export const localeOf: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };
