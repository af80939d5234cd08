import type { CardEvent } from './card-event.ts';
import { samStatus } from './commands.ts';
import type { Connection } from './connection.ts';
import { PresenceProbe } from './presence.ts';
import { find, readFoundCard } from './read-attempts.ts';
import type { ReadingOptions } from './read-selected.ts';
import {
  isPortError,
  isReaderError,
  isStopped,
  isTransmissionError,
  statusGroupOf,
  type ReaderError,
} from './reader-error.ts';
import { withRetries, type RecoveryCounters } from './recovery.ts';

/** What is known about the card on the reader. */
type Presence = 'unknown' | 'none' | 'unclear' | 'found' | 'read' | 'failed';

/** How long a card that failed is left alone before it is tried again, in ms. */
const pauseAfterFailure = 2000;

export interface CardWatchOptions {
  readonly connection: Connection;
  readonly counters: RecoveryCounters;
  /** The local date, ISO 8601, for the validity. */
  readonly today: () => string;
}

/** Follows the cards on one reader, one look at a time. Outlives the loops that call it. */
export class CardWatch {
  readonly #options: CardWatchOptions;
  readonly #probe = new PresenceProbe();
  #presence: Presence = 'unknown';
  #failure: { readonly error: ReaderError; readonly at: number } | null = null;
  #notLiftedTold = false;

  constructor(options: CardWatchOptions) {
    this.#options = options;
  }

  /** Forgets what lies there: the reader was lost, or the security module reset. */
  forget(): void {
    this.#presence = 'unknown';
    this.#failure = null;
  }

  /** Begins a new loop of looks: it is told again what still stands in the way. */
  begin(): void {
    this.#notLiftedTold = false;
    if (this.#presence !== 'unclear') return;
    this.#presence = 'none';
    this.#failure = null;
  }

  /** Looks again for a card that was found and not read: it may have been lifted since. */
  recheck(): void {
    if (this.#presence === 'found') this.#presence = 'none';
  }

  /**
   * Takes the next step in the life of a card. A reader that answers, whatever its status, is not
   * lost, unless it says that it is broken: the status is told, once while it lasts.
   *
   * @returns what happened; `null` when nothing did, and it is time to wait a moment.
   * @throws ReaderError when the reader is lost or the signal aborts.
   */
  async look(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    try {
      return await this.#step(options, signal);
    } catch (error) {
      if (!isReaderError(error) || signal.aborted || meansLoss(error)) throw error;
      if (this.#presence === 'unknown' || this.#presence === 'none') this.#presence = 'unclear';
      return this.#tell(error);
    }
  }

  async #step(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    switch (this.#presence) {
      case 'unknown':
      case 'none':
      case 'unclear':
        return this.#lookForCard(signal);
      case 'found':
        return this.#read(options, signal);
      case 'read':
        return this.#lookForRemoval(signal);
      case 'failed':
        return this.#lookAfterFailure(options, signal);
    }
  }

  async #lookForCard(signal: AbortSignal): Promise<CardEvent | null> {
    const found = await this.#isFound(signal);
    const before = this.#presence;
    this.#failure = null;
    if (found) {
      this.#presence = 'found';
      return { type: 'arrived' };
    }
    this.#presence = 'none';
    if (before === 'unclear') return { type: 'removed' };
    if (before !== 'unknown' || !(await this.#isPresent(signal))) return null;
    this.#presence = 'read';
    return this.#lookForRemoval(signal);
  }

  async #read(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    const { connection, counters, today } = this.#options;
    try {
      const all = { ...options, connection, counters, today, probe: this.#probe };
      const reading = await readFoundCard(all, signal);
      this.#presence = 'read';
      this.#failure = null;
      this.#notLiftedTold = true;
      return { type: 'read', reading };
    } catch (error) {
      if (!isReaderError(error) || signal.aborted) throw error;
      if (await this.#isLoss(error, signal)) throw error;
      this.#presence = 'failed';
      return this.#tell(error);
    }
  }

  /** Tells of a failure, unless it is the one that was told last. */
  #tell(error: ReaderError): CardEvent | null {
    const told = this.#failure?.error.code === error.code;
    this.#failure = { error, at: performance.now() };
    return told ? null : { type: 'read-failed', error };
  }

  /** Whether an error means that the reader is lost, rather than that this card could not be read. */
  async #isLoss(error: ReaderError, signal: AbortSignal): Promise<boolean> {
    if (!isTransmissionError(error)) return meansLoss(error);
    const { link } = this.#options.connection;
    return link.execute(samStatus, { signal }).then(
      () => false,
      () => true,
    );
  }

  async #lookForRemoval(signal: AbortSignal): Promise<CardEvent | null> {
    if (!(await this.#isPresent(signal))) {
      this.#presence = 'none';
      return { type: 'removed' };
    }
    if (this.#notLiftedTold) return null;
    this.#notLiftedTold = true;
    return { type: 'already-read' };
  }

  async #lookAfterFailure(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    if (!(await this.#isFound(signal))) {
      this.#presence = 'none';
      this.#failure = null;
      return { type: 'removed' };
    }
    // The card may have been re-placed, or exchanged, between two looks; nobody saw it leave.
    const waited = performance.now() - (this.#failure?.at ?? 0);
    return waited < pauseAfterFailure ? null : this.#read(options, signal);
  }

  async #isFound(signal: AbortSignal): Promise<boolean> {
    const { connection, counters } = this.#options;
    try {
      return await withRetries(() => find(connection.link, signal), connection, counters, signal);
    } catch (error) {
      // A card that is just being moved can make even "find" fail; the next look is soon enough.
      if (statusGroupOf(error) === 'retry-after-re-placing') return false;
      throw error;
    }
  }

  async #isPresent(signal: AbortSignal): Promise<boolean> {
    const { connection, counters } = this.#options;
    const ask = (): Promise<boolean> => this.#probe.isPresent(connection.link, signal);
    return withRetries(ask, connection, counters, signal);
  }
}

/** Whether an error ends the connection, or the wait; a mere answer that is not liked does not. */
const meansLoss = (error: ReaderError): boolean =>
  isStopped(error) ||
  isPortError(error) ||
  isTransmissionError(error) ||
  statusGroupOf(error) === 'reader-broken';
