import type { Logger } from 'pino';
import type { ServedRequest } from './http-server.ts';

/**
 * One line for each request of the gateway, which says nothing of who asked or about whom. What went
 * wrong inside is an error; what was refused is everyday business.
 */
export const logServed =
  (log: Logger) =>
  ({ api, code, status, ms, id, error }: ServedRequest): void => {
    const line = { api, code, status, ms: Math.round(ms), request: id };
    if (error === undefined) log.info(line, 'request');
    else log.error({ ...line, error, cause: reasonOf(error) }, 'request failed');
  };

const reasonOf = (error: unknown): string | undefined => {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return undefined;
  return 'code' in cause
    ? `${cause.name} ${String(cause.code)}`
    : `${cause.name}: ${cause.message}`;
};
