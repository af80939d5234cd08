import { standingVerdict, type CounterState } from '../../../main/station/counter-state.ts';

/** A state in words, as far as it makes a difference where it leads. */
export const nameOf = (state: CounterState): string => {
  switch (state.phase) {
    case 'looking':
      return state.best === undefined ? 'looking' : 'looking with an attempt';
    case 'comparing':
      if (state.givesUp) return 'comparing, giving up';
      return state.best === undefined ? 'comparing' : 'comparing with an attempt';
    case 'problem':
      return `problem: ${state.remedy}`;
    case 'result': {
      const { decisions, cardLies, nextWaits, readerProblem } = state;
      const card = nextWaits ? ', next waits' : cardLies ? '' : ', card lifted';
      const decided = ['', ', decided', ', decided twice'][Math.min(2, decisions.length)] ?? '';
      return [
        `result: ${standingVerdict(state)}`,
        card,
        decided,
        readerProblem === undefined ? '' : ', reader lost',
      ].join('');
    }
    case 'starting':
    case 'waiting-for-card':
    case 'reading':
    case 'consent':
      return state.phase;
  }
};
