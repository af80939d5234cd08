import type { Counter } from '../station/counter.ts';
import type { CallHandlers } from './register-calls.ts';
import { toShownState } from './shown-state.ts';

/** What a page's calls do at a counter; the same for every host. */
export const stationHandlers = (
  counter: Pick<Counter, 'state' | 'submitFrames'>,
): CallHandlers => ({
  currentState: () => Promise.resolve(toShownState(counter.state)),
  submitFrames: async ({ visit, frames }) => {
    await counter.submitFrames(visit, frames);
    return undefined;
  },
});
