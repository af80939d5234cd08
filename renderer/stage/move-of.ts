import type { ResultStage } from './result-screen.tsx';

/** What is to be done with a card once there is a result. */
export type Move = 'takeCard' | 'nextGuest' | 'nextWaits';

/** Whose move it is at a result; while a review lasts, only a next guest has anything to be told. */
export const moveOf = ({
  verdict,
  cardLies,
  nextWaits,
}: Pick<ResultStage, 'verdict' | 'cardLies' | 'nextWaits'>): Move | undefined => {
  if (nextWaits) return 'nextWaits';
  if (verdict === 'review') return undefined;
  return cardLies ? 'takeCard' : 'nextGuest';
};
