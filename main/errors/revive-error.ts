import { WitnessError, type ErrorDocument } from './witness-error.ts';

/**
 * Rebuilds an error that crossed a process or a window: same code, data and sentences. Rooms that
 * want their own class back look at the code first.
 */
export const reviveError = ({ code, message, messageZh, data }: ErrorDocument): WitnessError =>
  new WitnessError({ en: message, zh: messageZh }, code, data);
