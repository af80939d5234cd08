import { standingVerdict, type CounterState, type StateIn } from './counter-state.ts';
import type { Moves } from './moves.ts';
import { retryProblem } from './retry.ts';

/** What moves a result on: a decided one stays until it is dismissed or the next card comes. */
export const resultMovesIn = (state: StateIn<'result'>): Moves<'result'> =>
  standingVerdict(state) === 'review' ? { ...resultMoves, ...undecidedMoves } : resultMoves;

const resultMoves: Moves<'result'> = {
  removed: (state) => (state.cardLies || state.nextWaits ? withCard(state, 'gone') : state),
  'already-read': (state) => (state.cardLies ? state : withCard(state, 'lies')),
  'reader-lost': (state, { error }) => ({
    ...withCard(state, 'gone'),
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
  'retry-allowed': (state, happening) =>
    retryProblem(state) === undefined ? retried(state, happening) : state,
  dismissed: (state) => dismissed(state),
};

/** Whoever is to decide needs the guest on show: until then nothing else takes the place. */
const undecidedMoves: Moves<'result'> = {
  arrived: (state) => (state.nextWaits ? state : withCard(state, 'next')),
  'card-read': (state) => state,
  'read-failed': (state) => state,
  dismissed: (state) => state,
};

/** The same result, with this guest's card on the reader, the next one's, or none. */
const withCard = (
  { nextWaits: _before, ...state }: StateIn<'result'>,
  card: 'lies' | 'next' | 'gone',
): StateIn<'result'> => ({
  ...state,
  cardLies: card === 'lies',
  ...(card === 'next' && { nextWaits: true }),
});

/**
 * Another transaction: nothing of the last one counts in it. Who had not agreed, or to another notice,
 * is asked again.
 */
const retried = (
  { guest, outcome }: StateIn<'result'>,
  { attemptsLeft, asksAgain }: { readonly attemptsLeft: number; readonly asksAgain: boolean },
): CounterState => {
  const { consent, ...others } = guest;
  const hasAgreed =
    consent?.kind === 'face' && !asksAgain && !outcome.reasons.includes('cloud-declined');
  return hasAgreed
    ? { phase: 'looking', guest: { ...guest, attemptsLeft } }
    : { phase: 'consent', guest: { ...others, attemptsLeft } };
};

const dismissed = ({ readerProblem, nextWaits }: StateIn<'result'>): CounterState => {
  if (readerProblem !== undefined)
    return { phase: 'problem', error: readerProblem, remedy: 'wait-for-reader' };
  return { phase: nextWaits ? 'reading' : 'waiting-for-card' };
};
