import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { Clock } from './clock.ts';
import type { CounterRules } from './counter-rules.ts';
import type { CounterHappening, CounterState, GuestVisit } from './counter-state.ts';
import { nextState } from './counter-transitions.ts';
import type { GuestLook } from './guest-look.ts';
import type { HeldVisit } from './held-visit.ts';
import { reasonOf } from './run-attempt.ts';
import { StateTimer } from './state-timer.ts';

export interface CounterCourseOptions {
  readonly clock: Pick<Clock, 'after'>;
  readonly rules: () => CounterRules;
  readonly onError: (error: WitnessError) => void;
}

/**
 * The flow in motion: where the counter stands, what is held of the guest, and what each change of
 * the state calls for. The camera is looked at only in the state for it, records are kept with each
 * result, and a guest who is not in the state any more is forgotten.
 */
export class CounterCourse {
  /** Looks at frames; there is none until the counter is open. */
  look: GuestLook | undefined;
  readonly #options: CounterCourseOptions;
  readonly #timer: StateTimer;
  readonly #listeners = new Set<(state: CounterState) => void>();
  #state: CounterState = { phase: 'starting' };
  #held: HeldVisit | undefined;

  constructor(options: CounterCourseOptions) {
    this.#options = options;
    this.#timer = new StateTimer(options.clock, (happening) => {
      this.happen(happening);
    });
  }

  get state(): CounterState {
    return this.#state;
  }

  /** What is held of the guest the state is about. */
  get held(): HeldVisit | undefined {
    return this.#held;
  }

  /** Those of the present guest, or of the next one. */
  get rules(): CounterRules {
    return this.#held?.rules ?? this.#options.rules();
  }

  /** Calls back with each new state, and again when a picture came; returns the way to stop. */
  onChange(listener: (state: CounterState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Lets something happen; what means nothing now changes nothing. */
  happen(happening: CounterHappening): void {
    const before = this.#state;
    const state = nextState(before, happening);
    if (state === before) return;
    this.#state = state;
    this.#forgetAbsent();
    this.#moveLook(before);
    this.#timer.follow(state, this.rules);
    this.#keepRecord(before);
    this.#showChip();
    this.#tell();
  }

  /** Takes in a guest whose card was read, in place of any before. */
  receive(held: HeldVisit, guest: GuestVisit): void {
    this.#held?.forget();
    this.#held = held;
    this.happen({ type: 'card-read', guest });
    this.#forgetAbsent();
  }

  /** Tells of an error; gives it back in the form everybody knows. */
  report(caught: unknown): WitnessError {
    const error = toWitnessError(caught);
    this.#options.onError(error);
    return error;
  }

  #forgetAbsent(): void {
    const visit = 'guest' in this.#state ? this.#state.guest.visit : undefined;
    if (this.#held?.visit === visit) return;
    this.#held?.forget();
    this.#held = undefined;
  }

  #moveLook(before: CounterState): void {
    const { phase } = this.#state;
    if (phase === 'comparing') this.look?.pause();
    else if (phase !== 'looking') this.look?.end();
    else if (before.phase === 'comparing') this.look?.goOn();
    else this.look?.begin();
  }

  #keepRecord(before: CounterState): void {
    if (this.#state.phase !== 'result' || before.phase === 'result') return;
    this.#held?.record.keepResult(this.#state).catch((caught: unknown) => {
      this.report(caught);
    });
  }

  /** The chip photo is wanted while the guest looks up, and for the clerk where nobody looks. */
  #showChip(): void {
    const { phase } = this.#state;
    const held = this.#held;
    const isWanted = phase === 'looking' || phase === 'result';
    if (isWanted && held?.hasAskedForChip === false) void this.#decodeChip(held);
  }

  async #decodeChip(held: HeldVisit): Promise<void> {
    try {
      await held.chipPhoto();
      if (!held.isForgotten) this.#tell();
    } catch (caught) {
      // A card that was wiped meanwhile is no fault, and a comparison that waits for it says so itself.
      if (held.isForgotten || this.#state.phase === 'comparing') return;
      const error = this.report(caught).toJSON();
      this.happen({ type: 'attempt-failed', reason: reasonOf(caught), error });
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.#state);
  }
}
