import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { VerdictShape } from '../parts/verdict-shape.tsx';
import { useSentence } from '../text/use-language.ts';
import { CardDrawing } from './card-drawing.tsx';
import styles from './problem-screen.module.css';
import { Screen } from './screen.tsx';

export type ProblemStage = Extract<ShownStage, { phase: 'problem' }>;

/** It cannot go on: what to do comes first, why comes after it, the code last and for the staff. */
export const ProblemScreen = ({
  stage: { error, remedy },
}: {
  readonly stage: ProblemStage;
}): ReactNode => {
  const { t } = useTranslation('guest');
  const sentence = useSentence();
  return (
    <Screen
      picture={<RemedyPicture remedy={remedy} />}
      heading={t(`remedy.${remedy}`)}
      detail={sentence(error)}
    >
      <p className={styles['code']}>
        {t('problem.heading')} · <code>{error.code}</code>
      </p>
    </Screen>
  );
};

/** The remedy, drawn where it is something to do with the card. */
const RemedyPicture = ({ remedy }: { readonly remedy: ProblemStage['remedy'] }): ReactNode => {
  switch (remedy) {
    case 'lift-card':
      return <CardDrawing motion="take" />;
    case 'place-card':
      return <CardDrawing motion="place" />;
    case 'wait-for-reader':
    case 'restart':
      return <VerdictShape ending="problem" className={styles['shape']} />;
  }
};
