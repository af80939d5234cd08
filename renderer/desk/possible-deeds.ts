import type { Deed } from './decide-dialog.tsx';
import type { Desk, ReviewReason } from './desk-types.ts';

/** A card that is not valid today stays so, however often its holder tries. */
const hopeless: readonly ReviewReason[] = ['card-expired', 'card-not-yet-valid'];

/**
 * Which buttons have something to do now. The station has the last word on each; this only keeps
 * buttons from being pressed in vain.
 */
export const possibleDeeds = ({
  visit,
  verdict,
  reasons,
  decisions,
}: Pick<Desk, 'visit' | 'verdict' | 'reasons' | 'decisions'>): Readonly<
  Record<Deed | 'next', boolean>
> => {
  const isOver = visit !== undefined && verdict !== undefined;
  const isDecided = decisions.length > 0;
  const canHope = !reasons.some((reason) => hopeless.includes(reason));
  return {
    pass: isOver && !(isDecided && verdict === 'pass'),
    fail: isOver && !(isDecided && verdict === 'fail'),
    retry: isOver && verdict !== 'pass' && canHope,
    next: isOver && verdict !== 'review',
  };
};
