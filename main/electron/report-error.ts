import type { WitnessError } from '../errors/witness-error.ts';

/** Writes an error to standard error: one line of JSON, with what caused it. No personal facts are in it. */
export const reportError = (error: WitnessError): void => {
  const { code, message, data } = error.toJSON();
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  const line = { time: new Date().toISOString(), level: 'error', code, message, data, cause };
  process.stderr.write(`${JSON.stringify(line)}\n`);
};
