import type { clerkZh } from './clerk.zh.ts';
import type { Translated } from './words.ts';

/** What the clerk reads, in English. */
export const clerkEn: Translated<typeof clerkZh> = {
  title: 'Desk',
};
