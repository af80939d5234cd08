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
type Presence = 'unknown' | 'none' | 'found' | 'read' | 'failed';

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

  /** Begins a new loop of looks: it is told again about a card that was not lifted. */
  begin(): void {
    this.#notLiftedTold = false;
  }

  /** Looks again for a card that was found and not read: it may have been lifted since. */
  recheck(): void {
    if (this.#presence === 'found') this.#presence = 'none';
  }

  /**
   * Takes the next step in the life of a card.
   *
   * @returns what happened; `null` when nothing did, and it is time to wait a moment.
   * @throws ReaderError when the reader is lost or the signal aborts.
   */
  async look(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    switch (this.#presence) {
      case 'unknown':
      case 'none':
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
    if (await this.#isFound(signal)) {
      this.#presence = 'found';
      return { type: 'arrived' };
    }
    const first = this.#presence === 'unknown';
    this.#presence = 'none';
    if (!first || !(await this.#isPresent(signal))) return null;
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
      return this.#fail(error);
    }
  }

  #fail(error: ReaderError): CardEvent | null {
    const told = this.#failure?.error.code === error.code;
    this.#presence = 'failed';
    this.#failure = { error, at: performance.now() };
    return told ? null : { type: 'read-failed', error };
  }

  /** Whether an error means that the reader is lost, rather than that this card could not be read. */
  async #isLoss(error: ReaderError, signal: AbortSignal): Promise<boolean> {
    if (isStopped(error) || isPortError(error)) return true;
    if (statusGroupOf(error) === 'reader-broken') return true;
    if (!isTransmissionError(error)) return false;
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
