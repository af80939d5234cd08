import type { WitnessError } from '../errors/witness-error.ts';
import type { ChildFailure } from './messages.ts';

interface PendingCall<Reply> {
  readonly begun: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: WitnessError) => void;
}

/** The calls a child has not answered yet, each with its time limit. */
export class PendingCalls<Reply> {
  readonly #calls = new Map<number, PendingCall<Reply>>();
  readonly #failure: (failure: ChildFailure) => WitnessError;
  #nextId = 1;

  constructor(failure: (failure: ChildFailure) => WitnessError) {
    this.#failure = failure;
  }

  /** Opens a call; `onTimeout` runs after the call was failed for taking longer than `timeout` ms. */
  open(
    timeout: number,
    onTimeout: () => void,
  ): { readonly id: number; readonly reply: Promise<Reply> } {
    const id = this.#nextId++;
    const reply = new Promise<Reply>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#fail(id, { kind: 'timed-out', code: null, signal: null });
        onTimeout();
      }, timeout);
      this.#calls.set(id, { begun: performance.now(), timer, resolve, reject });
    });
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

  #fail(id: number, failure: Omit<ChildFailure, 'afterMs'>): void {
    const call = this.#take(id);
    if (call === undefined) return;
    const afterMs = Math.round(performance.now() - call.begun);
    call.reject(this.#failure({ ...failure, afterMs }));
  }

  #take(id: number): PendingCall<Reply> | undefined {
    const call = this.#calls.get(id);
    if (call === undefined) return undefined;
    this.#calls.delete(id);
    clearTimeout(call.timer);
    return call;
  }
}
