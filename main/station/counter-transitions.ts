import { ReaderError } from '../card/reader-error.ts';
import type { CounterHappening, CounterState } from './counter-state.ts';
import { comparisonMoves, consentMoves, lookMoves } from './guest-transitions.ts';
import { moved, type Moves } from './moves.ts';
import { resultMovesIn } from './result-transitions.ts';
import { reviewOutcome, stoppingReasons } from './review-reasons.ts';

const waiting: CounterState = { phase: 'waiting-for-card' };

/**
 * Where a counter stands after something happened: the whole flow of a verification, without doing
 * any of it.
 *
 * A happening that means nothing in a state gives back that very state. While frames are compared
 * nothing the reader says counts: whoever drives the counter holds it back until the comparison has
 * ended, so that no verdict is lost to a card that is lifted a moment early.
 */
export const nextState = (state: CounterState, happening: CounterHappening): CounterState => {
  if (happening.type === 'restarted')
    return state.phase === 'starting' ? state : { phase: 'starting' };
  if (state.phase === 'problem' && state.remedy === 'restart') return state;
  if (happening.type === 'broke-down')
    return { phase: 'problem', error: happening.error, remedy: 'restart' };
  return moveIn(state, happening) ?? state;
};

const moveIn = (state: CounterState, happening: CounterHappening): CounterState | undefined => {
  switch (state.phase) {
    case 'starting':
      return happening.type === 'started' ? waiting : undefined;
    case 'waiting-for-card':
    case 'reading':
      return moved(readerMoves, state, happening);
    case 'consent':
      return moved({ ...readerMoves, ...consentMoves }, state, happening);
    case 'looking':
      return moved({ ...readerMoves, ...lookMoves }, state, happening);
    case 'comparing':
      return moved(comparisonMoves, state, happening);
    case 'result':
      return moved({ ...readerMoves, ...resultMovesIn(state) }, state, happening);
    case 'problem':
      return moved({ ...readerMoves, ...problemMoves }, state, happening);
  }
};

/** What the reader says where nothing else is to be made of it. */
const readerMoves: Moves<CounterState['phase']> = {
  arrived: (state) => (state.phase === 'reading' ? state : { phase: 'reading' }),
  /** A card that cannot be used goes to a person at once; nobody has to look at the camera for it. */
  'card-read': (_, { guest }) => {
    const reasons = stoppingReasons(guest);
    if (reasons.length === 0) return { phase: 'consent', guest };
    const outcome = reviewOutcome(guest, reasons);
    return { phase: 'result', guest, outcome, decisions: [], cardLies: true };
  },
  removed: (state) => (state.phase === 'waiting-for-card' ? state : waiting),
  'read-failed': (_, { error }) => ({
    phase: 'problem',
    error: error.toJSON(),
    remedy: 'lift-card',
  }),
  'already-read': () => ({
    phase: 'problem',
    error: new ReaderError('reader.card-not-lifted').toJSON(),
    remedy: 'lift-card',
  }),
  'reader-lost': (_, { error }) => ({
    phase: 'problem',
    error: error.toJSON(),
    remedy: 'wait-for-reader',
  }),
};

const problemMoves: Moves<'problem'> = {
  dismissed: (state) => (state.remedy === 'place-card' ? waiting : state),
  'reader-recovered': (state) => (state.remedy === 'wait-for-reader' ? waiting : state),
  /** The sentence about a card that was taken away is to be read after it was. */
  removed: (state) => (state.remedy === 'place-card' ? state : waiting),
  /** The card on the reader is what the problem is about; a second sentence would hide the first. */
  'already-read': (state, happening) =>
    state.remedy === 'lift-card'
      ? state
      : (moved<CounterState['phase']>(readerMoves, state, happening) ?? state),
};
