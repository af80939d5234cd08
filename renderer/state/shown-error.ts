import type { ShownError } from '../../main/ipc/shown-words.ts';
import type { CallError } from './followed.ts';

/** An error of a call, as the page shows errors. */
export const shownErrorOf = ({ code, message, messageZh }: CallError): ShownError => ({
  code,
  en: message,
  zh: messageZh,
});
