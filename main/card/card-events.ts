import { pauseAfter, type Backoff } from './backoff.ts';
import type { CardEvent } from './card-event.ts';
import type { CardWatch } from './card-watch.ts';
import type { Connection } from './connection.ts';
import { delay } from './delay.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { ReadingOptions } from './read-selected.ts';
import { isReaderError, isStopped, type ReaderError } from './reader-error.ts';
import { reopen, type RecoveryCounters } from './recovery.ts';
import type { Turnstile } from './turnstile.ts';

/** What a loop of events works with. */
export interface CardEventsParts {
  readonly connection: Connection;
  readonly lifecycle: Lifecycle;
  readonly watch: CardWatch;
  readonly turnstile: Turnstile;
  readonly counters: RecoveryCounters;
  readonly backoff: Backoff;
  /** Pause between looks, in ms. Vendors advise more than 300 (reader protocol §3.3). */
  readonly pollInterval: number;
}

/**
 * Looks at the reader again and again and yields what happens, through losses of the reader, until
 * the signal aborts. Nothing is looked at while the consumer is busy with an event.
 *
 * @throws ReaderError `reader.aborted` or the signal's own reason, when it aborts.
 */
export async function* cardEvents(
  parts: CardEventsParts,
  options: ReadingOptions,
  signal: AbortSignal,
): AsyncGenerator<CardEvent, never, undefined> {
  const { connection, watch, turnstile, pollInterval } = parts;
  watch.begin();
  if (!connection.isOpen) yield* openUntilWell(parts, null, 0, signal);
  let relapses = 0;
  for (;;) {
    let event: CardEvent | null;
    try {
      event = await turnstile.run(() => watch.look(options, signal));
    } catch (error) {
      if (!isReaderError(error) || isStopped(error) || signal.aborted) throw error;
      yield* openUntilWell(parts, error, relapses, signal);
      relapses += 1;
      continue;
    }
    // To find a card proves little: a reader may find one and break over reading it, every time.
    if (event?.type !== 'arrived') relapses = 0;
    if (event) yield event;
    else await delay(pollInterval, signal);
  }
}

/**
 * Opens a reader that is closed, or that an error took away.
 *
 * @param relapses - how often it was opened since it last did anything useful; it is left alone for
 * longer each time, as one that opens well and fails at once would otherwise never let anybody rest.
 */
async function* openUntilWell(
  { connection, lifecycle, watch, turnstile, counters, backoff }: CardEventsParts,
  lost: ReaderError | null,
  relapses: number,
  signal: AbortSignal,
): AsyncGenerator<CardEvent, void, undefined> {
  lifecycle.to('recovering');
  watch.forget();
  try {
    const error = lost ?? (await turnstile.run(() => openOnce(connection, signal)));
    if (error) {
      yield { type: 'reader-lost', error };
      if (relapses > 0) await delay(pauseAfter(relapses, backoff), signal);
      const attempts = await turnstile.run(() => reopen(connection, backoff, counters, signal));
      lifecycle.to('ready');
      yield { type: 'reader-recovered', attempts };
    }
    lifecycle.to('ready');
  } finally {
    // The consumer left the loop, or stopped it, while there was no reader.
    if (lifecycle.state === 'recovering') {
      await connection.close();
      lifecycle.to('closed');
    }
  }
}

/** Tries to open; what went wrong comes back, unless it was stopped. */
const openOnce = async (
  connection: Connection,
  signal: AbortSignal,
): Promise<ReaderError | null> => {
  try {
    await connection.open(signal);
    return null;
  } catch (error) {
    if (!isReaderError(error) || isStopped(error) || signal.aborted) throw error;
    return error;
  }
};
