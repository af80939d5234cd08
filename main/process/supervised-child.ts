import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorDocument, WitnessError } from '../errors/witness-error.ts';
import { backOffDelay, type BackOff } from './back-off.ts';
import {
  launchWithNode,
  type ChildHandle,
  type LaunchProcess,
  type ProcessEntry,
} from './launcher.ts';
import type { CallContract, ChildFailure, ChildMessage } from './messages.ts';
import { PendingCalls } from './pending-calls.ts';

export interface SupervisedChildOptions {
  readonly entry: ProcessEntry;
  readonly launch?: LaunchProcess;
  /** Milliseconds a child may take to say it is ready. */
  readonly startTimeout: number;
  /** Milliseconds a call may take before its child is killed. */
  readonly callTimeout: number;
  readonly backOff?: BackOff;
  /** Names a failure in the words of the caller's room. */
  readonly failure: (failure: ChildFailure) => WitnessError;
  /** Turns an error the child reported back into a typed one. */
  readonly revive: (document: ErrorDocument) => WitnessError;
}

interface RunningChild<Hello> {
  readonly handle: ChildHandle;
  readonly hello: Hello;
}

/**
 * A child process that answers calls and is replaced when it dies.
 *
 * A crash fails the calls that were running, with a typed error, and the next call starts a new
 * child, after a wait that doubles while children keep dying. A call that takes too long kills its
 * child: native code cannot be interrupted otherwise.
 */
export class SupervisedChild<Contract extends CallContract> {
  readonly #options: SupervisedChildOptions;
  readonly #backOff: BackOff;
  readonly #calls: PendingCalls<Contract['reply']>;
  #running: Promise<RunningChild<Contract['hello']>> | undefined;
  #handle: ChildHandle | undefined;
  #failures = 0;
  #starts = 0;
  #disposed = false;

  constructor(options: SupervisedChildOptions) {
    this.#options = options;
    this.#backOff = options.backOff ?? { initial: 200, maximum: 10_000 };
    this.#calls = new PendingCalls<Contract['reply']>(options.failure);
  }

  /** How many times a child was started again after the first. */
  get restarts(): number {
    return Math.max(0, this.#starts - 1);
  }

  /** Starts the child if none runs, and gives what it said when it was ready. */
  async start(): Promise<Contract['hello']> {
    return (await this.#ensureRunning()).hello;
  }

  /**
   * Asks the child. Rejects with `failure(…)` if it crashes or takes too long, with `revive(…)` if
   * the child answered with an error.
   *
   * @param options.timeout - milliseconds for this call instead of `callTimeout`.
   */
  async call(
    request: Contract['request'],
    options?: { readonly timeout?: number },
  ): Promise<Contract['reply']> {
    const { handle } = await this.#ensureRunning();
    const timeout = options?.timeout ?? this.#options.callTimeout;
    const { id, reply } = this.#calls.open(timeout, () => {
      // Forgotten at once, so that no later call is sent to a dying child.
      this.#forget(handle, null, 'SIGKILL');
      handle.kill();
    });
    handle.send({ kind: 'call', id, request });
    return reply;
  }

  /** Ends the child for good; running and later calls fail as disposed. */
  dispose(): void {
    this.#disposed = true;
    this.#handle?.kill();
    this.#calls.failAll({ kind: 'disposed', code: null, signal: null });
  }

  #ensureRunning(): Promise<RunningChild<Contract['hello']>> {
    this.#running ??= this.#startAfterBackOff();
    return this.#running;
  }

  async #startAfterBackOff(): Promise<RunningChild<Contract['hello']>> {
    try {
      if (this.#failures > 0) await sleep(backOffDelay(this.#backOff, this.#failures));
      return await this.#launch();
    } catch (caught) {
      this.#running = undefined;
      this.#failures += 1;
      throw caught;
    }
  }

  #launch(): Promise<RunningChild<Contract['hello']>> {
    const { entry, launch = launchWithNode, startTimeout, failure, revive } = this.#options;
    const begun = performance.now();
    const afterMs = (): number => Math.round(performance.now() - begun);
    if (this.#disposed) {
      const gone = { kind: 'disposed', code: null, signal: null, afterMs: 0 } as const;
      return Promise.reject(failure(gone));
    }
    const handle = launch(entry);
    this.#handle = handle;
    this.#starts += 1;
    let wasReady = false;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(failure({ kind: 'did-not-start', code: null, signal: null, afterMs: afterMs() }));
        handle.kill();
      }, startTimeout);
      handle.onMessage((raw) => {
        const message = raw as ChildMessage;
        if (message.kind === 'ready') {
          clearTimeout(timer);
          wasReady = true;
          resolve({ handle, hello: message.hello });
        } else if (message.kind === 'refused') {
          clearTimeout(timer);
          reject(revive(message.error));
          handle.kill();
        } else if (message.kind === 'reply') {
          this.#failures = 0;
          this.#calls.resolve(message.id, message.reply);
        } else {
          this.#failures = 0;
          this.#calls.reject(message.id, revive(message.error));
        }
      });
      handle.onExit(({ code, signal }) => {
        clearTimeout(timer);
        const kind = this.#disposed ? 'disposed' : 'did-not-start';
        if (wasReady) this.#forget(handle, code, signal);
        else reject(failure({ kind, code, signal, afterMs: afterMs() }));
      });
    });
  }

  /** A child is gone: fail what it was doing and make the next call start another. */
  #forget(handle: ChildHandle, code: number | null, signal: string | null): void {
    if (this.#handle !== handle) return;
    this.#handle = undefined;
    this.#running = undefined;
    this.#failures += 1;
    this.#calls.failAll({ kind: this.#disposed ? 'disposed' : 'crashed', code, signal });
  }
}
