import type { WitnessError } from '../errors/witness-error.ts';
import type { ChildFailure } from './messages.ts';

interface PendingCall<Reply> {
  /** Milliseconds it may take once it is its turn. */
  readonly timeout: number;
  readonly onTimeout: (error: WitnessError) => void;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: WitnessError) => void;
  begun: number;
}

/**
 * The calls a child has not answered yet. It answers one at a time, in the order they came, so each
 * call's time begins when it is the oldest: one that waits behind a longer one is not late.
 */
export class PendingCalls<Reply> {
  readonly #calls = new Map<number, PendingCall<Reply>>();
  readonly #failure: (failure: ChildFailure) => WitnessError;
  #nextId = 1;
  #timed: { readonly id: number; readonly timer: NodeJS.Timeout } | undefined;

  constructor(failure: (failure: ChildFailure) => WitnessError) {
    this.#failure = failure;
  }

  /** Opens a call; `onTimeout` runs after the call was failed, with its error, for taking longer than `timeout` ms. */
  open(
    timeout: number,
    onTimeout: (error: WitnessError) => void,
  ): { readonly id: number; readonly reply: Promise<Reply> } {
    const id = this.#nextId++;
    const reply = new Promise<Reply>((resolve, reject) => {
      this.#calls.set(id, { timeout, onTimeout, resolve, reject, begun: performance.now() });
    });
    this.#timeOldest();
    return { id, reply };
  }

  resolve(id: number, reply: Reply): void {
    this.#take(id)?.resolve(reply);
  }

  reject(id: number, error: WitnessError): void {
    this.#take(id)?.reject(error);
  }

  failAll(failure: Omit<ChildFailure, 'afterMs'>): void {
    for (const id of [...this.#calls.keys()]) this.#fail(id, failure);
  }

  #fail(id: number, failure: Omit<ChildFailure, 'afterMs'>): WitnessError | undefined {
    const call = this.#take(id);
    if (call === undefined) return undefined;
    const error = this.#failure({
      ...failure,
      afterMs: Math.round(performance.now() - call.begun),
    });
    call.reject(error);
    return error;
  }

  #take(id: number): PendingCall<Reply> | undefined {
    const call = this.#calls.get(id);
    if (call === undefined) return undefined;
    this.#calls.delete(id);
    this.#timeOldest();
    return call;
  }

  #timeOldest(): void {
    const [oldest] = this.#calls;
    if (oldest?.[0] === this.#timed?.id) return;
    clearTimeout(this.#timed?.timer);
    this.#timed = undefined;
    if (oldest === undefined) return;
    const [id, call] = oldest;
    call.begun = performance.now();
    const timer = setTimeout(() => {
      const error = this.#fail(id, { kind: 'timed-out', code: null, signal: null });
      if (error !== undefined) call.onTimeout(error);
    }, call.timeout);
    this.#timed = { id, timer };
  }
}
