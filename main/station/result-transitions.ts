import { standingVerdict, type CounterState, type StateIn } from './counter-state.ts';
import type { Moves } from './moves.ts';
import { retryProblem } from './retry.ts';

/**
 * A decided result stays until it is dismissed, a review until somebody decides it; both until the
 * next card comes.
 */
export const resultMoves: Moves<'result'> = {
  removed: (state) => (state.cardLies ? { ...state, cardLies: false } : state),
  'already-read': (state) => (state.cardLies ? state : { ...state, cardLies: true }),
  /** Whoever is to decide needs the guest on show; a verdict that stands is recorded, and can go. */
  'read-failed': (state, { error }) =>
    standingVerdict(state) === 'review'
      ? state
      : { phase: 'problem', error: error.toJSON(), remedy: 'lift-card' },
  'reader-lost': (state, { error }) => ({
    ...state,
    cardLies: false,
    readerProblem: error.toJSON(),
  }),
  'reader-recovered': (state) => {
    if (state.readerProblem === undefined) return state;
    const { readerProblem: _solved, ...rest } = state;
    return rest;
  },
  'operator-decided': (state, { decision }) => ({
    ...state,
    decisions: [...state.decisions, decision],
  }),
  'retry-allowed': (state, { attemptsLeft }) =>
    retryProblem(state) === undefined ? retried(state, attemptsLeft) : state,
  dismissed: (state) => (standingVerdict(state) === 'review' ? state : dismissed(state)),
};

/** Another transaction: nothing of the last one counts in it. Who had not agreed is asked again. */
const retried = ({ guest, outcome }: StateIn<'result'>, attemptsLeft: number): CounterState => {
  const { consent, ...others } = guest;
  const hasAgreed = consent?.kind === 'face' && !outcome.reasons.includes('cloud-declined');
  return hasAgreed
    ? { phase: 'looking', guest: { ...guest, attemptsLeft } }
    : { phase: 'consent', guest: { ...others, attemptsLeft } };
};

const dismissed = ({ readerProblem }: StateIn<'result'>): CounterState =>
  readerProblem === undefined
    ? { phase: 'waiting-for-card' }
    : { phase: 'problem', error: readerProblem, remedy: 'wait-for-reader' };
