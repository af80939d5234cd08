import type { Deed } from './decide-dialog.tsx';
import type { Desk } from './desk-types.ts';

/**
 * Which buttons have something to do now. The station has the last word on each; this only keeps
 * buttons from being pressed in vain.
 */
export const possibleDeeds = ({
  visit,
  verdict,
  decisions,
}: Pick<Desk, 'visit' | 'verdict' | 'decisions'>): Readonly<Record<Deed | 'next', boolean>> => {
  const isOver = visit !== undefined && verdict !== undefined;
  const isDecided = decisions.length > 0;
  return {
    pass: isOver && !(isDecided && verdict === 'pass'),
    fail: isOver && !(isDecided && verdict === 'fail'),
    retry: isOver && verdict !== 'pass',
    next: isOver && verdict !== 'review',
  };
};
