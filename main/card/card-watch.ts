import type { CardEvent } from './card-event.ts';
import type { CardReading } from './card-reading.ts';
import { samStatus } from './commands.ts';
import type { Connection } from './connection.ts';
import { KnownCard } from './known-card.ts';
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
  /** The card that was read and not seen leaving; it outlasts resets and losses of the reader. */
  readonly #known = new KnownCard();
  #presence: Presence = 'unknown';
  #failure: { readonly error: ReaderError; readonly at: number } | null = null;
  #notLiftedTold = false;

  constructor(options: CardWatchOptions) {
    this.#options = options;
  }

  /** Looks anew at what lies there: the reader was lost. A card that was read is still recognised. */
  forget(): void {
    this.#presence = 'unknown';
    this.#failure = null;
    this.#notLiftedTold = false;
  }

  /** Forgets the card, too: the reader was closed, and cards come and go before it is opened. */
  end(): void {
    this.forget();
    this.#known.forget();
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
        return this.#lookForCard(options, signal);
      case 'found':
        return this.#read(options, signal);
      case 'read':
        return this.#lookForRemoval(signal);
      case 'failed':
        return this.#lookAfterFailure(options, signal);
    }
  }

  async #lookForCard(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    const found = await this.#isFound(signal);
    const before = this.#presence;
    this.#failure = null;
    if (found) {
      // A reset makes the reader find a card again that was read already: nobody placed one.
      if (this.#known.isSet) return this.#read(options, signal);
      this.#presence = 'found';
      return { type: 'arrived' };
    }
    if (before === 'unknown' && (await this.#isPresent(signal))) {
      this.#presence = 'read';
      return this.#tellNotLifted();
    }
    return before === 'unclear' || this.#known.isSet ? this.#remove() : this.#stayEmpty();
  }

  async #read(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    const { connection, counters, today } = this.#options;
    try {
      const all = { ...options, connection, counters, today, probe: this.#probe };
      const reading = await readFoundCard(all, signal);
      return await this.#take(reading, signal);
    } catch (error) {
      if (!isReaderError(error) || signal.aborted) throw error;
      if (await this.#isLoss(error, signal)) throw error;
      this.#presence = 'failed';
      return this.#tell(error);
    }
  }

  /** Delivers a reading, unless it is of the card that was delivered before and never lifted. */
  async #take(reading: CardReading, signal: AbortSignal): Promise<CardEvent | null> {
    const { connection, counters } = this.#options;
    this.#failure = null;
    if (!this.#known.isSet) {
      this.#known.remember(reading.text);
      this.#presence = 'read';
      this.#notLiftedTold = true;
      return { type: 'read', reading };
    }
    const same = this.#known.is(reading.text);
    reading.wipe();
    if (same) {
      this.#presence = 'read';
      return this.#tellNotLifted();
    }
    // The cards were exchanged while nobody could look. The old one left, and the new one shall
    // arrive as any other does: after a reset it is found once more.
    const removed = this.#remove();
    counters.samResets += 1;
    await connection.resetSam(signal);
    return removed;
  }

  #remove(): CardEvent {
    this.#stayEmpty();
    return { type: 'removed' };
  }

  #stayEmpty(): null {
    this.#presence = 'none';
    this.#failure = null;
    this.#known.forget();
    return null;
  }

  #tellNotLifted(): CardEvent | null {
    if (this.#notLiftedTold) return null;
    this.#notLiftedTold = true;
    return { type: 'already-read' };
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
    const { counters } = this.#options;
    const resets = counters.samResets;
    if (await this.#isPresent(signal)) return this.#tellNotLifted();
    if (counters.samResets === resets) return this.#remove();
    // After a reset no card is selected, and the probe fails whether one lies there or not.
    this.#presence = 'unknown';
    return null;
  }

  async #lookAfterFailure(options: ReadingOptions, signal: AbortSignal): Promise<CardEvent | null> {
    if (!(await this.#isFound(signal))) return this.#remove();
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
