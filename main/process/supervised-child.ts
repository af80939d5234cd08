import { setTimeout as sleep } from 'node:timers/promises';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { ErrorDocument, WitnessError } from '../errors/witness-error.ts';
import { backOffDelay, type BackOff } from './back-off.ts';
import { HealthNotes, type ChildHealth } from './child-health.ts';
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
  /** Milliseconds a call may take, once it is its turn, before its child is killed. */
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

type Exit = Pick<ChildFailure, 'code' | 'signal'>;

/**
 * A child process that answers calls and is replaced when it dies.
 *
 * A crash fails the calls that were running, with a typed error, and a new child is started without
 * being asked for, after a wait that doubles while children keep dying. One that does not get ready
 * is tried again only when somebody asks. A call that takes too long kills its child: native code
 * cannot be interrupted otherwise.
 */
export class SupervisedChild<Contract extends CallContract> {
  readonly #options: SupervisedChildOptions;
  readonly #backOff: BackOff;
  readonly #disposal = new AbortController();
  readonly #calls: PendingCalls<Contract['reply']>;
  readonly #notes = new HealthNotes();
  #running: Promise<RunningChild<Contract['hello']>> | undefined;
  #handle: ChildHandle | undefined;
  #failures = 0;
  #starts = 0;

  constructor(options: SupervisedChildOptions) {
    this.#options = options;
    this.#backOff = options.backOff ?? { initial: 200, maximum: 10_000 };
    this.#calls = new PendingCalls<Contract['reply']>(options.failure);
  }

  /** How many times a child was started again after the first. */
  get restarts(): number {
    return Math.max(0, this.#starts - 1);
  }

  /** How the child is, as far as it has shown. */
  get health(): ChildHealth {
    return this.#notes.health;
  }

  /** Calls back after each change of `health`; returns the way to stop. */
  onHealth(listener: () => void): () => void {
    return this.#notes.onChange(listener);
  }

  /** Starts the child if none runs, and gives what it said when it was ready. */
  async start(): Promise<Contract['hello']> {
    return (await this.#ensureRunning()).hello;
  }

  /**
   * Asks the child. Rejects with `failure(…)` if it crashes or takes too long, with `revive(…)` if
   * the child answered with an error, as `witness.unexpected` if the request cannot be sent at all.
   *
   * @param options.timeout - milliseconds for this call instead of `callTimeout`.
   */
  async call(
    request: Contract['request'],
    options?: { readonly timeout?: number },
  ): Promise<Contract['reply']> {
    const { handle } = await this.#ensureRunning();
    const timeout = options?.timeout ?? this.#options.callTimeout;
    const { id, reply } = this.#calls.open(timeout, (error) => {
      // Forgotten at once, so that no later call is sent to a dying child.
      this.#forget(handle, { code: null, signal: 'SIGKILL' }, error);
      handle.kill();
    });
    try {
      handle.send({ kind: 'call', id, request });
    } catch (caught) {
      // The child never heard of it: left open, the call would time out and kill a healthy child.
      this.#calls.reject(id, toWitnessError(caught));
    }
    return reply;
  }

  /** Ends the child for good; running and later calls fail as disposed. */
  dispose(): void {
    this.#disposal.abort();
    this.#handle?.kill();
    this.#calls.failAll({ kind: 'disposed', code: null, signal: null });
  }

  get #disposed(): boolean {
    return this.#disposal.signal.aborted;
  }

  #ensureRunning(): Promise<RunningChild<Contract['hello']>> {
    this.#running ??= this.#startAfterBackOff();
    return this.#running;
  }

  async #startAfterBackOff(): Promise<RunningChild<Contract['hello']>> {
    try {
      if (this.#starts > 0 || this.#failures > 0) this.#notes.become('restarting');
      if (this.#failures > 0) await this.#waitBeforeTryingAgain();
      const running = await this.#launch();
      this.#notes.become('running');
      return running;
    } catch (caught) {
      this.#running = undefined;
      this.#failures += 1;
      if (!this.#disposed) this.#notes.become('failed', toWitnessError(caught));
      throw caught;
    }
  }

  async #waitBeforeTryingAgain(): Promise<void> {
    const delay = backOffDelay(this.#backOff, this.#failures);
    try {
      await sleep(delay, undefined, { signal: this.#disposal.signal });
    } catch (caught) {
      // Disposal ends the wait early, so that it keeps no program alive; the launch then refuses.
      if (!this.#disposed) throw caught;
    }
  }

  async #launch(): Promise<RunningChild<Contract['hello']>> {
    const { startTimeout, failure, revive } = this.#options;
    const begun = performance.now();
    const startFailure = (exit: Exit = { code: null, signal: null }): WitnessError => {
      const kind = this.#disposed ? 'disposed' : 'did-not-start';
      return failure({ kind, ...exit, afterMs: Math.round(performance.now() - begun) });
    };
    if (this.#disposed) throw startFailure();
    const handle = this.#launchHandle(startFailure);
    this.#handle = handle;
    this.#starts += 1;
    let wasReady = false;
    return new Promise((resolve, reject) => {
      const giveUp = (error: WitnessError): void => {
        clearTimeout(timer);
        // From now on this child is not listened to: another may be on its way.
        this.#handle = undefined;
        reject(error);
        handle.kill();
      };
      const timer = setTimeout(() => {
        giveUp(startFailure());
      }, startTimeout);
      handle.onMessage((raw) => {
        if (this.#handle !== handle) return;
        const message = raw as ChildMessage;
        if (message.kind === 'ready') {
          clearTimeout(timer);
          wasReady = true;
          resolve({ handle, hello: message.hello });
        } else if (message.kind === 'refused') {
          giveUp(revive(message.error));
        } else if (message.kind === 'reply') {
          this.#answered();
          this.#calls.resolve(message.id, message.reply);
        } else {
          this.#answered();
          this.#calls.reject(message.id, revive(message.error));
        }
      });
      handle.onExit(({ code, signal }) => {
        if (this.#handle !== handle) return;
        if (wasReady) this.#forget(handle, { code, signal });
        else giveUp(startFailure({ code, signal }));
      });
    });
  }

  /** Launching itself can throw, for instance when the system has no process left to give. */
  #launchHandle(startFailure: () => WitnessError): ChildHandle {
    const { entry, launch = launchWithNode } = this.#options;
    try {
      return launch(entry);
    } catch (caught) {
      const error = startFailure();
      error.cause = caught;
      throw error;
    }
  }

  #answered(): void {
    this.#failures = 0;
    this.#notes.answered();
  }

  /**
   * A child is gone: fail what it was doing and start another.
   *
   * @param why - what is known of it besides.
   */
  #forget(handle: ChildHandle, exit: Exit, why?: WitnessError): void {
    if (this.#handle !== handle) return;
    this.#handle = undefined;
    this.#running = undefined;
    this.#failures += 1;
    this.#calls.failAll({ kind: this.#disposed ? 'disposed' : 'crashed', ...exit });
    if (this.#disposed) return;
    const crash = { kind: 'crashed', ...exit, afterMs: 0 } as const;
    this.#notes.become('restarting', why ?? this.#options.failure(crash));
    // Whoever waits for this start hears its failure; if nobody does, the next call tries again.
    this.#ensureRunning().catch(() => undefined);
  }
}
