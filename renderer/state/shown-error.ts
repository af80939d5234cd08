import type { CallOutcome } from '../../main/ipc/bridge.ts';
import type { ShownError } from '../../main/ipc/contract.ts';

type CallError = Extract<CallOutcome, { readonly ok: false }>['error'];

/** An error of a call, as the page shows errors. */
export const shownErrorOf = ({ code, message, messageZh }: CallError): ShownError => ({
  code,
  en: message,
  zh: messageZh,
});
