import type { ShownDecision } from '../../main/ipc/contract.ts';
import { localeOf, messagesIn, type Language } from './language.ts';

/** The numbers of a verdict as people read them. */
export interface DecisionText {
  readonly score: string;
  readonly threshold: string;
  readonly far: string;
}

/**
 * Writes a verdict's numbers out. Scores are cut, not rounded: 79.96 must not look like the 80.0 it
 * did not reach.
 */
export const formatDecision = (
  { score, threshold, far }: Pick<ShownDecision, 'score' | 'threshold' | 'far'>,
  language: Language,
): DecisionText => {
  const locale = localeOf[language];
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: 'trunc',
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return {
    score: points.format(score),
    threshold: points.format(threshold),
    far: messagesIn[language].far(percent.format(far), count.format(1 / far)),
  };
};
