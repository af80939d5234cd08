import { isWitnessError } from '../errors/witness-error.ts';
import type { DemoVisit } from './demo-visit.ts';
import { describeCard } from './describe-card.ts';
import { describeDecision } from './describe-decision.ts';
import { verificationDocument } from './describe-verification.ts';

/** A guest's visit as `--json` prints it. */
export const demoVisitDocument = ({ says, reading, result, asExpected }: DemoVisit): object => ({
  guest: says.en,
  asExpected,
  ...(isWitnessError(result)
    ? { card: reading.card, error: result.toJSON(), timings: { read: reading.timings } }
    : verificationDocument(reading, result)),
});

/** A guest's visit for a terminal. */
export const describeDemoVisit = ({ says, reading, result, asExpected }: DemoVisit): string =>
  [
    `── ${says.en}  ${says.zh}${asExpected ? '' : '  (NOT AS EXPECTED)'}`,
    describeCard(reading),
    ...(isWitnessError(result)
      ? [`NO VERDICT  无结论`, result.sentence.en, result.sentence.zh]
      : [
          describeDecision(result.decision, result.result),
          `decode ${result.timings.decode.toFixed(1)} ms, compare ${result.timings.compare.toFixed(1)} ms`,
        ]),
  ].join('\n');
