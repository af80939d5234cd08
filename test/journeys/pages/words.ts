import { clerkEn } from '../../../renderer/text/clerk.en.ts';
import { clerkZh } from '../../../renderer/text/clerk.zh.ts';
import { guestEn } from '../../../renderer/text/guest.en.ts';
import { guestZh } from '../../../renderer/text/guest.zh.ts';
import type { Language } from '../../../renderer/text/language.ts';
import type { Translated } from '../../../renderer/text/words.ts';

/** By these words people, and the page objects, find what is on a screen. */
export const guestWords: Readonly<Record<Language, Translated<typeof guestZh>>> = {
  zh: guestZh,
  en: guestEn,
};
export const clerkWords: Readonly<Record<Language, Translated<typeof clerkZh>>> = {
  zh: clerkZh,
  en: clerkEn,
};

/** Puts values into the gaps of a message: `{{reason}}`, `{{attempt, number}}`. */
export const filled = (
  message: string,
  values: Readonly<Record<string, string | number>>,
): string => message.replaceAll(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => String(values[name]));
