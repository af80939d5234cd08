import { usualBackoff, type Backoff } from './backoff.ts';
import { cardEvents } from './card-events.ts';
import { firstEvent } from './first-event.ts';
import type { CardEvent } from './card-event.ts';
import type { CardReading } from './card-reading.ts';
import { CardWatch } from './card-watch.ts';
import { readSamId, samStatus, setMaxRfBytes, type Speed } from './commands.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { localDate } from './consistency.ts';
import { startDeadline } from './delay.ts';
import { Lifecycle, type ReaderState } from './lifecycle.ts';
import type { LinkCounters } from './link-counters.ts';
import type { ReadingOptions } from './read-selected.ts';
import { isStopped, ReaderError } from './reader-error.ts';
import type { RecoveryCounters } from './recovery.ts';
import { parseSamId, type SamId } from './sam-id.ts';
import { Turnstile } from './turnstile.ts';

export interface CardReaderOptions extends ConnectionOptions {
  /** Pauses between attempts to open a lost reader again. */
  readonly backoff?: Partial<Backoff>;
  /** Pause between two looks for a card, in ms. Default 400; vendors advise more than 300. */
  readonly pollInterval?: number;
  /** The local date, ISO 8601, for the validity of cards. Default: today. */
  readonly today?: () => string;
}

/** How long to wait, and what can end it. */
export interface WaitOptions {
  /** Longest wait in ms. Default 30,000; infinite for none. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface ReaderCounters extends LinkCounters, Readonly<RecoveryCounters> {}

const usualPollInterval = 400;
const usualTimeout = 30_000;

/**
 * A card reader on a serial port.
 *
 * @example
 * ```ts
 * const reader = new CardReader({ openChannel, port: { path: '/dev/ttyUSB0', baudRate: 115_200 } });
 * for await (const event of reader.events({ signal })) {
 *   if (event.type === 'read') await welcome(event.reading);
 * }
 * ```
 *
 * Every method ends: with its result, or with a {@link ReaderError} after a bounded time. While
 * cards are waited for, a reader that is lost is recovered by itself: the command again, a reset of
 * the security module, the port opened again with growing pauses.
 */
export class CardReader {
  readonly #connection: Connection;
  readonly #lifecycle = new Lifecycle();
  readonly #turnstile = new Turnstile();
  readonly #recovery: RecoveryCounters = { retries: 0, samResets: 0, reopens: 0 };
  readonly #watch: CardWatch;
  readonly #backoff: Backoff;
  readonly #pollInterval: number;
  #stop = new AbortController();
  #watching = false;
  #closing: Promise<void> | null = null;

  constructor(options: CardReaderOptions) {
    this.#connection = new Connection(options, () => {
      this.#lost();
    });
    this.#backoff = { ...usualBackoff, ...options.backoff };
    this.#pollInterval = options.pollInterval ?? usualPollInterval;
    this.#watch = new CardWatch({
      connection: this.#connection,
      counters: this.#recovery,
      today: options.today ?? (() => localDate(new Date())),
    });
  }

  get state(): ReaderState {
    return this.#lifecycle.state;
  }

  /** What was seen on the line and done about it, since this object was made. */
  get counters(): ReaderCounters {
    return { ...this.#connection.counters, ...this.#recovery };
  }

  /** Calls back when the state changes; returns the way to stop. */
  onStateChange(listener: (state: ReaderState) => void): () => void {
    return this.#lifecycle.onChange(listener);
  }

  /**
   * Opens the port and checks that a reader answers.
   *
   * @throws ReaderError `reader.port-…` when the port does not open, `reader.silent` when nothing
   * answers, `sam.self-test-failed` or `sam.not-authorised` when the reader is of no use.
   */
  async open(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    await this.#opening(options.signal, async (signal) => {
      if (!this.#connection.isOpen) await this.#connection.open(signal);
    });
  }

  /**
   * Closes the port. What is running ends with `reader.closed`; event loops end. Whoever calls while
   * it is being closed waits for the same end: the port is free then.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close().finally(() => {
      this.#closing = null;
    });
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.state === 'closed') return;
    this.#lifecycle.to('closing');
    this.#stop.abort(new ReaderError('reader.closed'));
    try {
      await this.#connection.close();
      // What was just opening a port now knows that it must not; wait for it to let go.
      await this.#turnstile.run(() => this.#connection.close());
    } finally {
      this.#stop = new AbortController();
      this.#watch.end();
      this.#lifecycle.to('closed');
    }
  }

  /** Asks whether the security module is well. @throws ReaderError when it is not. */
  async status(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    await this.#turnstile.run(() => this.#connection.link.execute(samStatus, options));
  }

  /** Asks for the identity of the security module. */
  async samId(options: { readonly signal?: AbortSignal } = {}): Promise<SamId> {
    return parseSamId(
      await this.#turnstile.run(() => this.#connection.link.execute(readSamId, options)),
    );
  }

  /**
   * Sets the size of one exchange between module and antenna.
   *
   * @param bytes - 24 to 255.
   * @throws RangeError for any other number; ReaderError when the reader refuses.
   */
  async setMaxRfBytes(bytes: number): Promise<void> {
    const command = setMaxRfBytes(bytes);
    await this.#turnstile.run(() => this.#connection.link.execute(command));
  }

  /**
   * Changes the speed of reader and port, and checks that the reader answers at the new one. Readers
   * behind an adapter with a fixed speed cannot follow; the former speed is then restored.
   *
   * @throws ReaderError `reader.speed-not-set`.
   */
  async setSpeed(speed: Speed): Promise<void> {
    await this.#opening(undefined, (signal) => this.#connection.setSpeed(speed, signal));
  }

  /**
   * Waits until a card lies on the reader that was not read yet; does not read it.
   *
   * @throws ReaderError `reader.no-card-in-time`, `reader.card-not-lifted` when the time is up and a
   * card that was read lies there, or why the reader was lost and not recovered by then.
   */
  async waitForCard(options: WaitOptions = {}): Promise<void> {
    this.#watch.recheck();
    await this.#firstEvent(isArrival, options);
  }

  /**
   * Waits for a card and reads it, with all attempts.
   *
   * @throws ReaderError as {@link CardReader.waitForCard}, and what the reading died of.
   */
  async readCard(options: WaitOptions & ReadingOptions = {}): Promise<CardReading> {
    const event = await this.#firstEvent(isEndOfReading, options);
    if (event.type === 'read-failed') throw event.error;
    return event.reading;
  }

  /**
   * What happens on the reader, until `signal` aborts or the reader is closed; then the loop ends.
   * Opens the reader if it is closed, and waits for one that is not plugged in yet.
   *
   * @throws ReaderError `reader.in-use` when a wait or another loop is running.
   */
  async *events(
    options: ReadingOptions & { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<CardEvent, void, undefined> {
    const joined = startDeadline([options.signal, this.#stop.signal]);
    try {
      yield* this.#watchCards(options, joined.signal);
    } catch (error) {
      if (!isStopped(error)) throw error;
    } finally {
      joined.clear();
    }
  }

  async #firstEvent<Wanted extends CardEvent>(
    isWanted: (event: CardEvent) => event is Wanted,
    options: WaitOptions & ReadingOptions,
  ): Promise<Wanted> {
    return firstEvent((signal) => this.#watchCards(options, signal), isWanted, {
      timeout: options.timeout ?? usualTimeout,
      signals: [options.signal, this.#stop.signal],
    });
  }

  /** The one loop of events that may run at a time. */
  async *#watchCards(
    options: ReadingOptions,
    signal: AbortSignal,
  ): AsyncGenerator<CardEvent, void, undefined> {
    if (this.#watching) throw new ReaderError('reader.in-use');
    this.#watching = true;
    const parts = {
      connection: this.#connection,
      lifecycle: this.#lifecycle,
      watch: this.#watch,
      turnstile: this.#turnstile,
      counters: this.#recovery,
      backoff: this.#backoff,
      pollInterval: this.#pollInterval,
    };
    try {
      yield* cardEvents(parts, options, signal);
    } finally {
      this.#watching = false;
    }
  }

  async #opening(
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.state === 'recovering' || this.state === 'closing') {
      throw new ReaderError('reader.in-use');
    }
    await this.#turnstile.run(async () => {
      const joined = startDeadline([signal, this.#stop.signal]);
      this.#lifecycle.to('opening');
      try {
        await work(joined.signal);
        this.#lifecycle.to('ready');
      } catch (error) {
        if (this.state === 'opening') {
          this.#lifecycle.to(this.#connection.isOpen ? 'ready' : 'closed');
        }
        throw error;
      } finally {
        joined.clear();
      }
    });
  }

  /** The port is gone. A loop of events finds out by itself and recovers; without one it is over. */
  #lost(): void {
    if (this.#watching || this.state !== 'ready') return;
    this.#watch.forget();
    this.#lifecycle.to('closed');
    // A port that is gone has nothing left to lose by not closing well.
    this.#connection.close().catch(() => undefined);
  }
}

const isArrival = (event: CardEvent): event is Extract<CardEvent, { type: 'arrived' }> =>
  event.type === 'arrived';

const isEndOfReading = (
  event: CardEvent,
): event is Extract<CardEvent, { type: 'read' | 'read-failed' }> =>
  event.type === 'read' || event.type === 'read-failed';
