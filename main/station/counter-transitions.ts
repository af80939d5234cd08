import { ReaderError } from '../card/reader-error.ts';
import type { CounterHappening, CounterState } from './counter-state.ts';

const waiting: CounterState = { phase: 'waiting-for-card' };

/**
 * Where a counter stands after something happened: the whole flow of a verification, without doing
 * any of it.
 *
 * A happening that means nothing in a state gives back that very state. While frames are compared
 * nothing the reader says counts: whoever drives the counter holds it back until there is a result,
 * so that no verdict is lost to a card that is lifted a moment early.
 */
export const nextState = (state: CounterState, happening: CounterHappening): CounterState => {
  switch (state.phase) {
    case 'starting':
      return afterStart(state, happening);
    case 'waiting-for-card':
    case 'reading':
      return withoutGuest(state, happening);
    case 'looking':
      if (happening.type === 'frames-came') return { phase: 'comparing', guest: state.guest };
      return withoutGuest(state, happening);
    case 'comparing':
      return afterComparison(state, happening);
    case 'result':
      return afterResult(state, happening);
    case 'problem':
      return afterProblem(state, happening);
  }
};

type In<Phase extends CounterState['phase']> = Extract<CounterState, { phase: Phase }>;

const afterStart = (state: In<'starting'>, happening: CounterHappening): CounterState => {
  if (happening.type === 'started') return waiting;
  return happening.type === 'broke-down' ? brokenDown(happening) : state;
};

/** What the reader says where there is no guest yet, or one whose card goes away again. */
const withoutGuest = (state: CounterState, happening: CounterHappening): CounterState => {
  switch (happening.type) {
    case 'broke-down':
      return brokenDown(happening);
    case 'arrived':
      return { phase: 'reading' };
    case 'card-read':
      return {
        phase: 'looking',
        guest: happening.guest,
        framesWanted: happening.framesWanted,
      };
    case 'removed':
      return waiting;
    case 'read-failed':
      return { phase: 'problem', error: happening.error.toJSON(), remedy: 'lift-card' };
    case 'already-read': {
      const error = new ReaderError('reader.card-not-lifted').toJSON();
      return { phase: 'problem', error, remedy: 'lift-card' };
    }
    case 'reader-lost':
      return { phase: 'problem', error: happening.error.toJSON(), remedy: 'wait-for-reader' };
    case 'started':
    case 'reader-recovered':
    case 'frames-came':
    case 'verified':
    case 'verification-failed':
      return state;
  }
};

const afterComparison = (state: In<'comparing'>, happening: CounterHappening): CounterState => {
  const { guest } = state;
  if (happening.type === 'verified')
    return { phase: 'result', guest, decision: happening.decision, cardLies: true };
  if (happening.type === 'verification-failed')
    return { phase: 'problem', error: happening.error, remedy: 'lift-card' };
  return happening.type === 'broke-down' ? brokenDown(happening) : state;
};

/** A verdict stays until the next card comes: the guest may be slow to read it. */
const afterResult = (state: In<'result'>, happening: CounterHappening): CounterState => {
  if (happening.type === 'removed') return { ...state, cardLies: false };
  if (happening.type === 'already-read') return { ...state, cardLies: true };
  if (happening.type === 'reader-lost')
    return { ...state, cardLies: false, readerProblem: happening.error.toJSON() };
  if (happening.type === 'reader-recovered') {
    const { readerProblem: _solved, ...rest } = state;
    return rest;
  }
  return withoutGuest(state, happening);
};

const afterProblem = (state: In<'problem'>, happening: CounterHappening): CounterState => {
  if (state.remedy === 'restart') return state;
  if (happening.type === 'reader-recovered')
    return state.remedy === 'wait-for-reader' ? waiting : state;
  // The card on the reader is what the problem is about; a second sentence would hide the first.
  if (happening.type === 'already-read' && state.remedy === 'lift-card') return state;
  return withoutGuest(state, happening);
};

const brokenDown = ({
  error,
}: Extract<CounterHappening, { type: 'broke-down' }>): CounterState => ({
  phase: 'problem',
  error,
  remedy: 'restart',
});
