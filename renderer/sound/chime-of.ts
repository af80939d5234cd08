import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import type { Chime } from './chimes.ts';

/** What is heard when the stage goes from one state to the next, if anything. */
export const chimeOf = (before: ShownStage, after: ShownStage): Chime | undefined => {
  if (after.phase === 'result')
    return before.phase === 'result' && before.verdict === after.verdict
      ? undefined
      : after.verdict;
  if (before.phase === after.phase) return undefined;
  switch (after.phase) {
    case 'reading':
      return 'card-found';
    case 'looking':
      return before.phase === 'comparing' ? undefined : 'look';
    case 'problem':
      return 'problem';
    case 'starting':
    case 'waiting-for-card':
    case 'consent':
    case 'comparing':
      return undefined;
  }
};
