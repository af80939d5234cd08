import type { CardEvent } from '../card/card-event.ts';
import type { CardReader } from '../card/reader.ts';

/**
 * A reader whose port can be lent: some photo decoders open it themselves and need it to be free
 * (reader protocol §4.2, WltRS). The events go on by themselves once it is given back.
 */
export class CounterPort {
  readonly #reader: Pick<CardReader, 'events' | 'close'>;
  #loan: Promise<void> | undefined;

  constructor(reader: Pick<CardReader, 'events' | 'close'>) {
    this.#reader = reader;
  }

  /** What happens on the reader, over all loans, until `signal` aborts. */
  async *events(signal: AbortSignal): AsyncGenerator<CardEvent, void, undefined> {
    do {
      await this.#loan;
      this.#loan = undefined;
      yield* this.#reader.events({ signal });
    } while (!signal.aborted && this.#isLent());
  }

  /**
   * Closes the port, does the work, and lets the events open it again.
   *
   * @throws ReaderError `reader.close-timed-out`, without having done the work; and what it throws.
   */
  async lend<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#reader.close().then(work);
    // The borrower hears of a failure; the events only wait for the end of it.
    const ended = (): void => undefined;
    this.#loan = result.then(ended, ended);
    return result;
  }

  #isLent(): boolean {
    return this.#loan !== undefined;
  }
}
