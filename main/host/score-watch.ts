import { localDate } from '../card/consistency.ts';
import type { Calibration } from '../compare/calibration.ts';
import { detectDrift, usualComparisons } from '../drift/detect-drift.ts';
import { driftWarnings } from '../drift/drift-warnings.ts';
import { seenScores } from '../drift/score-statistics.ts';
import type { ScoreStore } from '../drift/score-store.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { Attempt } from '../station/attempt.ts';
import type { CounterRules } from '../station/counter-rules.ts';
import type { CounterState } from '../station/counter-state.ts';

export interface ScoreWatchOptions {
  readonly store: ScoreStore;
  readonly calibration: Calibration;
  /** Told what to warn of, each time it is looked at; undefined where there is nothing. */
  readonly onLook: (warning: WitnessError | undefined) => void;
  /** Told of a warning that was not there at the last look, for the log. */
  readonly onWarning: (warning: WitnessError) => void;
  /** Default: this computer's time. */
  readonly now?: () => Date;
}

/** A card's photograph against the guest's: nothing else is compared at a counter. */
const pair = 'IDPic-FacePic';

/**
 * Counts the scores of a counter's guests, and looks whether they are those the calibration leads one to
 * expect.
 *
 * Of each guest only the first attempt counts: further ones are only of those who failed it, and would
 * make scores look lower than they are. Of its frames only the best: the calibration's scores are of single
 * photographs, and those of several frames are higher. A cloud's scale is another, and not counted.
 */
export class ScoreWatch {
  readonly #options: ScoreWatchOptions;
  #countedVisit: number | undefined;
  #warnedOf: string | undefined;

  constructor(options: ScoreWatchOptions) {
    this.#options = options;
  }

  /** Looks at a new state of the counter, and counts the score it brought. */
  see(state: CounterState, { attempts }: Pick<CounterRules, 'attempts'>): void {
    const attempt = attemptIn(state);
    if (attempt === undefined || !('guest' in state)) return;
    const { visit, attemptsLeft } = state.guest;
    if (attemptsLeft !== attempts - 1 || visit === this.#countedVisit) return;
    this.#countedVisit = visit;
    const { store, calibration, now = () => new Date() } = this.#options;
    const { targetScore: score } = attempt;
    if (score === undefined) return;
    store.count({ calibration: calibration.id, pair, day: localDate(now()), score });
    this.look();
  }

  /** Holds what was counted against the calibration. */
  look(): void {
    const { onLook, onWarning } = this.#options;
    const warning = this.#drift() ?? this.#options.store.problem;
    if (warning !== undefined && warning.code !== this.#warnedOf) onWarning(warning);
    this.#warnedOf = warning?.code;
    onLook(warning);
  }

  #drift(): WitnessError | undefined {
    const { store, calibration } = this.#options;
    const table = calibration.tables.find((one) => one.pair === pair);
    if (table === undefined) return undefined;
    const key = { calibration: calibration.id, pair } as const;
    const { counts } = seenScores(store.current, key, { comparisons: usualComparisons });
    return driftWarnings(detectDrift(table, counts))[0];
  }
}

const attemptIn = (state: CounterState): Attempt | undefined => {
  if (state.phase === 'looking') return state.best;
  return state.phase === 'result' ? state.outcome.attempt : undefined;
};
