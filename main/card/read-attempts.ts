import type { CardReading } from './card-reading.ts';
import { findCard, selectCard } from './commands.ts';
import type { Connection } from './connection.ts';
import type { Link } from './link.ts';
import type { PresenceProbe } from './presence.ts';
import { readSelected, type ReadingOptions } from './read-selected.ts';
import {
  errorOfStatus,
  isReaderError,
  isTransmissionError,
  ReaderError,
  statusGroupOf,
} from './reader-error.ts';
import type { RecoveryCounters } from './recovery.ts';
import { statusCodes, statusGroup } from './status.ts';

const attempts = 3;

export interface ReadAttemptsOptions extends ReadingOptions {
  readonly connection: Connection;
  readonly probe: PresenceProbe;
  readonly counters: RecoveryCounters;
  readonly today: () => string;
}

/**
 * Looks for a card, and once more at once if there is none: a card that is arriving may be missed the
 * first time (reader protocol §3.2).
 *
 * @returns whether a card was found. "Not found" also means: this card was read already.
 * @throws ReaderError for every status but found and not found.
 */
export const find = async (link: Link, signal?: AbortSignal): Promise<boolean> => {
  for (let attempt = 1; ; attempt += 1) {
    const { sw3 } = await link.request(findCard, { signal });
    if (sw3 === findCard.success) return true;
    if (statusGroup(sw3) !== 'no-card') throw errorOfStatus(sw3, findCard.name);
    if (attempt === 2) return false;
  }
};

/**
 * Reads a card that was found a moment ago: select, read; if that fails find, select, read; if that
 * fails too, reset the security module, which lets it find a card it has already taken, and try a
 * last time (reader protocol §3.2, §3.4).
 *
 * @throws ReaderError `reader.card-lifted` when the card is gone; else what the last attempt died of.
 * Errors that no second attempt can mend, such as a wrong card, come at once.
 */
export const readFoundCard = async (
  options: ReadAttemptsOptions,
  signal?: AbortSignal,
): Promise<CardReading> => {
  const { connection, counters } = options;
  const began = performance.now();
  let lastError: unknown;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) counters.retries += 1;
    try {
      if (attempt === attempts) {
        counters.samResets += 1;
        await connection.resetSam(signal);
      }
      const started = performance.now();
      if (attempt > 1) await findAgain(options, lastError, signal);
      await connection.link.execute(selectCard, { signal });
      const moment = { began, select: performance.now() - started, today: options.today() };
      return await readSelected(connection.link, options, moment, signal);
    } catch (error) {
      if (!maySucceedAgain(error)) throw error;
      lastError = error;
    }
  }
  throw lastError;
};

const maySucceedAgain = (error: unknown): boolean => {
  if (isTransmissionError(error)) return true;
  const group = statusGroupOf(error);
  if (group !== undefined) return group === 'retry-after-re-placing' || group === 'no-card';
  return isReaderError(error) && error.code === 'reader.unknown-status';
};

/** Finds the card again; `reader.card-lifted` if nothing lies there any more. */
const findAgain = async (
  { connection, probe }: ReadAttemptsOptions,
  cause: unknown,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const { link } = connection;
  if (await find(link, signal)) return;
  // Not found, yet it may lie there: the module may count the failed reading as one.
  if (await probe.isPresent(link, signal))
    throw errorOfStatus(statusCodes.cardNotFound, findCard.name);
  throw new ReaderError('reader.card-lifted', {}, { cause });
};
