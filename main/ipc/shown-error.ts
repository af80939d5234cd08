import type { ErrorDocument } from '../errors/witness-error.ts';
import type { ShownError } from './shown-words.ts';

/** An error as the screens get it: its code and its sentences. */
export const toShownError = ({ code, message, messageZh }: ErrorDocument): ShownError => ({
  code,
  en: message,
  zh: messageZh,
});
