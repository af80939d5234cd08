import { useTranslation } from 'react-i18next';
import type { CallReply } from '../../main/ipc/contract.ts';
import { formatScore, formatScoreAgainst } from './format-score.ts';

/** The rule that chose the engine, and what each engine said by itself. */
export type Routing = NonNullable<NonNullable<CallReply<'currentDesk'>['decision']>['routing']>;

/** The rule in one line, and each engine's own answer in another, in the order they were asked. */
export const useRoutingLines = (): ((routing: Routing) => readonly string[]) => {
  const { t } = useTranslation('clerk');
  return ({ rule, answers }) => [
    t('desk.score.routing.rule', { rule: t(`settings.engine.${rule}`) }),
    ...answers.map(({ engine, score, threshold, verdict, error = '' }) => {
      if (score === undefined) return t('desk.score.routing.ofError', { engine, error });
      if (threshold === undefined || verdict === undefined)
        return t('desk.score.routing.ofScoreAlone', { engine, score: formatScore(score), error });
      return t('desk.score.routing.ofScore', {
        engine,
        ...formatScoreAgainst(score, threshold),
        verdict: t(`desk.verdict.${verdict}`),
      });
    }),
  ];
};
