import { createContext, useContext } from 'react';
import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { zh } from './zh.ts';

/** Chinese first: it is what a counter starts with. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

export const messagesIn: Readonly<Record<Language, Messages>> = { zh, en };

/** For `<html lang>` and for formatting numbers. */
export const localeOf: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

export const LanguageContext = createContext<Language>('zh');

/** The words of the page's language. */
export const useText = (): Messages => messagesIn[useContext(LanguageContext)];
