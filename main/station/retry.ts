import { standingVerdict, type StateIn } from './counter-state.ts';
import { stoppingReasons } from './review-reasons.ts';
import type { StationErrorCode } from './station-error.ts';

/** Why this guest cannot try again now; undefined if an operator may allow it. */
export const retryProblem = (state: StateIn<'result'>): StationErrorCode | undefined => {
  if (standingVerdict(state) === 'pass') return 'station.not-now';
  // Attempts that are used up are what an operator may give anew; a date on a card is not.
  if (stoppingReasons({ ...state.guest, attemptsLeft: 1 }).length > 0)
    return 'station.card-not-valid';
  return state.cardLies ? undefined : 'station.card-gone';
};
