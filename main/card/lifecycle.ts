/**
 * Where a reader stands.
 *
 * - `closed`: nothing is open.
 * - `opening`: the port is being opened and the security module asked for its status.
 * - `ready`: commands can be sent.
 * - `recovering`: the reader was lost; the port is being opened again until it answers.
 * - `closing`: the port is being closed for good.
 */
export type ReaderState = 'closed' | 'opening' | 'ready' | 'recovering' | 'closing';

const next: Readonly<Record<ReaderState, readonly ReaderState[]>> = {
  closed: ['opening', 'recovering'],
  opening: ['ready', 'closed', 'closing'],
  ready: ['opening', 'recovering', 'closing', 'closed'],
  recovering: ['ready', 'closed', 'closing'],
  closing: ['closed'],
};

/** Holds the state and lets only the transitions above happen. */
export class Lifecycle {
  #state: ReaderState = 'closed';
  readonly #listeners = new Set<(state: ReaderState) => void>();

  get state(): ReaderState {
    return this.#state;
  }

  /**
   * Goes to another state and tells the listeners. Going where it already stands does nothing.
   *
   * @throws Error for a transition that is not in the table: a defect of the caller.
   */
  to(state: ReaderState): void {
    if (state === this.#state) return;
    if (!next[this.#state].includes(state)) {
      throw new Error(`A reader cannot go from ${this.#state} to ${state}.`);
    }
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  /** Calls back on each change; returns the way to stop. */
  onChange(listener: (state: ReaderState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
