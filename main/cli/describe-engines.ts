import type { CompareFacesResult, Reencoding } from '../compare/contract.ts';
import { judgeRouting, type JudgedAnswer } from '../compare/judge-routing.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import type { Decision } from '../compare/verdict.ts';

/** The rules a decision was made by, as far as its figures tell. */
export const rulesOf = ({ far, attempts, reviewThreshold }: Decision): VerdictRules => ({
  far,
  attempts,
  review: reviewThreshold !== undefined,
});

/** Who was asked and what was sent, as `--json` prints it; nothing where this machine alone compared. */
export const enginesDocument = (
  { routing, reencoded, fellBackFrom }: CompareFacesResult,
  rules: VerdictRules,
): object => ({
  ...(routing && { routing: judgeRouting(routing, rules) }),
  ...(fellBackFrom && { fellBackFrom }),
  ...(reencoded && { reencoded }),
});

/** The same, for a terminal. */
export const describeEngines = (
  { routing, reencoded, fellBackFrom }: CompareFacesResult,
  rules: VerdictRules,
): readonly string[] => {
  const judged = routing && judgeRouting(routing, rules);
  return [
    ...(judged ? [`rule: ${judged.rule}; ${judged.answers.map(answerLine).join('; ')}`] : []),
    ...(fellBackFrom ? [`${fellBackFrom.engine}: ${fellBackFrom.error.message}`] : []),
    ...(reencoded
      ? Object.entries(reencoded).map(([which, how]) => `sent in place of ${which}: ${sizes(how)}`)
      : []),
  ];
};

const answerLine = ({ engine, score, threshold, verdict, error }: JudgedAnswer): string =>
  [
    engine,
    ...(score === undefined ? [] : [score.toFixed(2)]),
    ...(threshold === undefined ? [] : [`of ${threshold.toFixed(2)}`]),
    ...(verdict === undefined ? [] : [verdict]),
    ...(error === undefined ? [] : [error]),
  ].join(' ');

const sizes = ({ from, to }: Reencoding): string =>
  `${to.format}, ${to.width} × ${to.height}, ${to.bytes} bytes (was ${from.format}, ${from.bytes} bytes)`;
