import { useTranslation } from 'react-i18next';
import type { ResultStage } from './result-screen.tsx';

/** Reasons beyond these say no more to a guest than that somebody will come. */
const mostReasons = 2;

export type ResultFacts = Pick<ResultStage, 'verdict' | 'reasons' | 'decidedByOperator'>;

/** What a result says to the guest: the verdict in a few words, and what follows from it. */
export const useResultWords = ({
  verdict,
  reasons,
  decidedByOperator,
}: ResultFacts): {
  readonly heading: string;
  readonly details: readonly string[];
} => {
  const { t } = useTranslation('guest');
  const heading = t(`verdict.${verdict}.heading`);
  if (decidedByOperator && verdict !== 'review')
    return { heading, details: [t(`decided.${verdict}`)] };
  const isExplained = verdict === 'review' && reasons.length > 0;
  const details = isExplained
    ? reasons.slice(0, mostReasons).map((reason) => t(`reason.${reason}`))
    : [t(`verdict.${verdict}.detail`)];
  return { heading, details };
};
