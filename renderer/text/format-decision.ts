import type { ShownDecision } from '../../main/ipc/contract.ts';
import { localeOf, messagesIn, type Language } from './language.ts';

/** The numbers of a verdict as people read them. */
export interface DecisionText {
  readonly score: string;
  readonly threshold: string;
  readonly far: string;
}

/**
 * Writes a verdict's numbers out: scores with one decimal, or as many as it takes for a score below
 * the threshold to look below it.
 */
export const formatDecision = (
  { score, threshold, far }: Pick<ShownDecision, 'score' | 'threshold' | 'far'>,
  language: Language,
): DecisionText => {
  const locale = localeOf[language];
  const digits = decimalsToTellApart(score, threshold);
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return {
    score: points.format(score),
    threshold: points.format(threshold),
    far: messagesIn[language].far(percent.format(far), count.format(1 / far)),
  };
};

const mostDecimals = 6;

const decimalsToTellApart = (score: number, threshold: number): number => {
  for (let digits = 1; digits < mostDecimals; digits += 1) {
    const looksReached = Number(score.toFixed(digits)) >= Number(threshold.toFixed(digits));
    if (looksReached === score >= threshold) return digits;
  }
  return mostDecimals;
};
