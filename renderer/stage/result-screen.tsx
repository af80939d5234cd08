import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { VerdictShape } from '../parts/verdict-shape.tsx';
import { useSentence } from '../text/use-language.ts';
import { GuestCard } from './guest-card.tsx';
import { moveOf } from './move-of.ts';
import { NextMove } from './next-move.tsx';
import styles from './result-screen.module.css';
import { Screen } from './screen.tsx';
import type { GuestActions } from './use-guest-actions.ts';
import { useResultWords } from './use-result-words.ts';

export type ResultStage = Extract<ShownStage, { phase: 'result' }>;

/** What it came to: by shape, words and colour here, and by a chime elsewhere. */
export const ResultScreen = ({
  stage,
  actions,
}: {
  readonly stage: ResultStage;
  readonly actions: GuestActions;
}): ReactNode => {
  const { t } = useTranslation('guest');
  const sentence = useSentence();
  const { heading, details } = useResultWords(stage);
  const { verdict, cardLies, card, readerProblem } = stage;
  const move = moveOf(stage);
  return (
    <Screen
      picture={<VerdictShape ending={verdict} className={styles['shape']} />}
      heading={heading}
      detail={details.map((detail) => (
        <span key={detail} className={styles['line']}>
          {detail}
        </span>
      ))}
    >
      {move && <NextMove move={move} />}
      <GuestCard card={card} />
      {readerProblem && <Callout tone="review">{sentence(readerProblem)}</Callout>}
      {verdict !== 'review' && !cardLies && (
        <Button size="guest" icon="check" isBusy={actions.isBusy} onClick={actions.finish}>
          {t('done')}
        </Button>
      )}
    </Screen>
  );
};
