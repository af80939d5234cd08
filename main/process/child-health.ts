import type { WitnessError } from '../errors/witness-error.ts';

/** How a supervised child is. */
export interface ChildHealth {
  /** `failed`: it did not get ready, and is tried again when somebody asks. */
  readonly state: 'starting' | 'running' | 'restarting' | 'failed';
  /** How it last let its parent down. It is well again only once it has answered: getting ready is not enough. */
  readonly failure?: WitnessError;
}

/** Keeps how a child is, and tells of each change. */
export class HealthNotes {
  readonly #listeners = new Set<() => void>();
  #health: ChildHealth = { state: 'starting' };

  get health(): ChildHealth {
    return this.#health;
  }

  /** Calls back after each change; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param failure - what is wrong now; what was before, unless given. */
  become(state: ChildHealth['state'], failure = this.#health.failure): void {
    this.#tell({ state, ...(failure && { failure }) });
  }

  /** The child has answered a call: whatever was wrong is over. */
  answered(): void {
    if (this.#health.failure !== undefined) this.#tell({ state: this.#health.state });
  }

  #tell(health: ChildHealth): void {
    this.#health = health;
    for (const listener of this.#listeners) listener();
  }
}
