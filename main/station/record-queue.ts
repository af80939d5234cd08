import type { CheckRecord } from '../records/check-record.ts';
import type { RecordStore } from '../records/record-store.ts';

/**
 * Puts records into the store one after the other, so that what became of a check is never
 * overwritten by what it was before.
 */
export class RecordQueue {
  readonly #store: Pick<RecordStore, 'put'>;
  readonly #listeners = new Set<() => void>();
  #turn: Promise<void> = Promise.resolve();

  constructor(store: Pick<RecordStore, 'put'>) {
    this.#store = store;
  }

  /** Calls back after each record that was put; returns the way to stop. */
  onRecord(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Puts a record in place of the one with the same id.
   *
   * @throws what the store throws.
   */
  async put(record: CheckRecord): Promise<void> {
    const put = this.#turn.then(() => this.#store.put(record));
    // The failure is its caller's; the next record only waits for the end of it.
    const ended = (): void => undefined;
    this.#turn = put.then(ended, ended);
    await put;
    for (const listener of this.#listeners) listener();
  }

  /** Resolves once everything that was given is put, or failed to be. */
  settled(): Promise<void> {
    return this.#turn;
  }
}
