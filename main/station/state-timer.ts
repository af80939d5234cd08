import type { Clock } from './clock.ts';
import type { CounterRules } from './counter-rules.ts';
import { standingVerdict, type CounterHappening, type CounterState } from './counter-state.ts';

/** Milliseconds without a frame that could be compared after which somebody has to help. */
export const longestLook = 60_000;

/** Milliseconds for which a passing problem is shown. */
export const problemShown = 8000;

/** What happens by itself when a state lasts. */
export interface Passage {
  /** Passages of the same key are one: they do not begin anew. */
  readonly key: string;
  /** Milliseconds. */
  readonly after: number;
  readonly happening: CounterHappening;
}

/** What happens to a counter if nothing else does; undefined where it waits for ever. */
export const passageOf = (
  state: CounterState,
  { holdSeconds }: Pick<CounterRules, 'holdSeconds'>,
): Passage | undefined => {
  switch (state.phase) {
    case 'looking':
    case 'comparing': {
      const { visit, attemptsLeft } = state.guest;
      // A comparison that ended in no attempt is no progress, so the time goes on over it.
      const key = `look ${visit} ${attemptsLeft}`;
      return { key, after: longestLook, happening: { type: 'gave-up' } };
    }
    case 'result': {
      if (state.cardLies || standingVerdict(state) === 'review') return undefined;
      const key = `result ${state.guest.visit} ${state.decisions.length}`;
      return { key, after: holdSeconds * 1000, happening: { type: 'dismissed' } };
    }
    case 'problem': {
      if (state.remedy !== 'place-card') return undefined;
      return { key: 'problem', after: problemShown, happening: { type: 'dismissed' } };
    }
    case 'starting':
    case 'waiting-for-card':
    case 'reading':
    case 'consent':
      return undefined;
  }
};

/** Lets happen what happens by itself, unless the state has moved on before. */
export class StateTimer {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #happen: (happening: CounterHappening) => void;
  #running: { readonly key: string; readonly callOff: () => void } | undefined;

  constructor(clock: Pick<Clock, 'after'>, happen: (happening: CounterHappening) => void) {
    this.#clock = clock;
    this.#happen = happen;
  }

  /** Tells the timer where the counter stands now. */
  follow(state: CounterState, rules: Pick<CounterRules, 'holdSeconds'>): void {
    const passage = passageOf(state, rules);
    if (passage?.key === this.#running?.key) return;
    this.#running?.callOff();
    this.#running = undefined;
    if (passage === undefined) return;
    const { key, after, happening } = passage;
    const callOff = this.#clock.after(after, () => {
      this.#happen(happening);
    });
    this.#running = { key, callOff };
  }
}
