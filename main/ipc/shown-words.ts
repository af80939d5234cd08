import { z } from 'zod';

/** A text in both languages. */
export const shownSentence = z.object({ en: z.string(), zh: z.string() });

/** An error as people read it. Its data stay with the log. */
export const shownError = z.object({ code: z.string(), ...shownSentence.shape });

export type ShownSentence = z.output<typeof shownSentence>;
export type ShownError = z.output<typeof shownError>;
