import { clerkEn } from '../../../renderer/text/clerk.en.ts';
import { clerkZh } from '../../../renderer/text/clerk.zh.ts';
import type { Language } from '../../../renderer/text/language.ts';
import type { Translated } from '../../../renderer/text/words.ts';
import type { Deed } from './fake-bridge.ts';

/** A way through the clerk's screens, written once and told in the words of each language. */
export const clicksBy = (
  way: (words: Translated<typeof clerkZh>) => readonly Deed[],
): Readonly<Record<Language, readonly Deed[]>> => ({ zh: way(clerkZh), en: way(clerkEn) });
