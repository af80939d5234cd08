import { useContext, type ReactNode } from 'react';
import type { ShownDecision } from '../../main/ipc/contract.ts';
import { formatDecision } from '../text/format-decision.ts';
import { LanguageContext, useText } from '../text/language.ts';
import { ScoreScale } from './score-scale.tsx';

/** What a verdict rests on: score, pass mark, and what the pass mark promises. */
export const DecisionDetails = ({ decision }: { readonly decision: ShownDecision }): ReactNode => {
  const text = useText();
  const { score, threshold, far } = formatDecision(decision, useContext(LanguageContext));
  return (
    <section className="decision">
      <dl className="numbers">
        <div>
          <dt>{text.score}</dt>
          <dd className="number-large">{score}</dd>
        </div>
        <div>
          <dt>{text.threshold}</dt>
          <dd>{threshold}</dd>
        </div>
      </dl>
      <ScoreScale {...decision} />
      <p className="fine">{far}</p>
    </section>
  );
};
