import { betterOf, type Attempt } from './attempt.ts';
import type { CounterState, GuestVisit, StateIn, StationOutcome } from './counter-state.ts';
import type { Moves } from './moves.ts';
import { comparedOutcome, reviewOutcome } from './review-reasons.ts';
import { StationError } from './station-error.ts';

/*
 * The phases in which a guest stands at the counter and there is no result yet.
 */

/** Without the card there is nothing to compare with; and a card that lies still is nothing new. */
const cardMustLie: Moves<'consent' | 'looking'> = {
  'already-read': (state) => state,
  removed: () => ({
    phase: 'problem',
    error: new StationError('station.card-lifted-early').toJSON(),
    remedy: 'place-card',
  }),
};

export const consentMoves: Moves<'consent'> = {
  ...cardMustLie,
  'consent-answered': (state, { answer, hasEngine }) => {
    const guest = { ...state.guest, consent: answer };
    const toStaff = (reason: 'without-face' | 'cloud-declined'): CounterState =>
      resultOf(guest, reviewOutcome(guest, [reason]));
    if (answer.kind === 'without-face') return toStaff('without-face');
    if (guest.needs.guardian && !answer.guardian) return state;
    return hasEngine ? { phase: 'looking', guest } : toStaff('cloud-declined');
  },
  'gave-up': ({ guest }) => givenUp(guest),
};

export const lookMoves: Moves<'looking'> = {
  ...cardMustLie,
  'attempt-began': (state) => ({ ...state, phase: 'comparing' }),
  'attempt-failed': ({ guest, best }, { reason, error }) => failed(guest, best, reason, error),
  'gave-up': ({ guest, best }) => givenUp(guest, best),
};

/** Only the comparison itself moves it on: what the reader says is held back meanwhile. */
export const comparisonMoves: Moves<'comparing'> = {
  /** The first attempt that passes ends it; after the last one the best decides. */
  'attempt-ended': (state, { attempt, attemptsLeft }) => {
    const guest = { ...state.guest, attemptsLeft };
    const best = betterOf(state.best, attempt);
    const isOver = best.decision.verdict === 'pass' || attemptsLeft <= 0;
    return isOver ? resultOf(guest, comparedOutcome(guest, best)) : lookAgain(state, guest, best);
  },
  'attempt-void': (state) => lookAgain(state, state.guest, state.best),
  'attempt-failed': ({ guest, best }, { reason, error }) => failed(guest, best, reason, error),
  'gave-up': (state) => (state.givesUp ? state : { ...state, givesUp: true }),
};

const lookAgain = (
  { givesUp }: StateIn<'comparing'>,
  guest: GuestVisit,
  best: Attempt | undefined,
): CounterState =>
  givesUp ? givenUp(guest, best) : { phase: 'looking', guest, ...(best && { best }) };

const givenUp = (guest: GuestVisit, best?: Attempt): CounterState =>
  resultOf(guest, reviewOutcome(guest, ['no-usable-frame'], { ...(best && { attempt: best }) }));

const failed = (
  guest: GuestVisit,
  best: Attempt | undefined,
  reason: StationOutcome['reasons'][number],
  error: NonNullable<StationOutcome['error']>,
): CounterState =>
  resultOf(guest, reviewOutcome(guest, [reason], { ...(best && { attempt: best }), error }));

const resultOf = (guest: GuestVisit, outcome: StationOutcome): CounterState => ({
  phase: 'result',
  guest,
  outcome,
  decisions: [],
  cardLies: true,
});
