import type { CounterState, StateIn } from './counter-state.ts';
import { StationError } from './station-error.ts';

/** The phases in which there is a guest. */
type GuestPhase = Extract<CounterState, { readonly guest: unknown }>['phase'];

/**
 * The state, if it is about this visit.
 *
 * @throws StationError `station.visit-over`: what was meant for one guest is never done to another.
 */
export const expectVisit = (state: CounterState, visit: number): StateIn<GuestPhase> => {
  if (!('guest' in state) || state.guest.visit !== visit)
    throw new StationError('station.visit-over');
  return state;
};

/**
 * The state, if it is about this visit and in this phase.
 *
 * @throws StationError `station.visit-over`, `station.not-now`.
 */
export const expectPhase = <Phase extends GuestPhase>(
  state: CounterState,
  visit: number,
  phase: Phase,
): StateIn<Phase> => {
  const expected = expectVisit(state, visit);
  if (expected.phase !== phase) throw new StationError('station.not-now');
  return expected as StateIn<Phase>;
};
