import type { MaskedReading } from '../card/card-reading.ts';
import type { Verification } from '../station/verify-guest.ts';
import { describeCard } from './describe-card.ts';
import { describeDecision } from './describe-decision.ts';
import { describeEngines, enginesDocument, rulesOf } from './describe-engines.ts';

/** A verification as `--json` prints it; the card is masked. */
export const verificationDocument = (
  reading: MaskedReading,
  { decision, result, frame, frames, timings }: Verification,
): object => {
  const { verdict, score: _score, ...rules } = decision;
  const { card, warnings, timings: readTimings } = reading;
  const { similarityScore, confidenceThresholds, cosine, framesUsed = 1 } = result;
  const { engine, calibration, faces } = result;
  return {
    verdict,
    similarityScore,
    confidenceThresholds,
    ...rules,
    cosine,
    framesUsed,
    engine,
    calibration,
    ...enginesDocument(result, rulesOf(decision)),
    card,
    warnings,
    frame,
    frames: frames.map((outcome) =>
      'result' in outcome
        ? { frame: outcome.frame, similarityScore: outcome.result.similarityScore }
        : { frame: outcome.frame, error: outcome.error.toJSON() },
    ),
    faces,
    timings: { read: readTimings, ...timings, stages: result.timings },
  };
};

/** A verification for a terminal; the card is masked. */
export const describeVerification = (
  reading: MaskedReading,
  verification: Verification,
): string => {
  const { decision, result, frame, frames, timings } = verification;
  return [
    describeCard(reading),
    ...(frames.length > 1 ? [`best of ${frames.length} frames: number ${frame + 1}`] : []),
    describeDecision(decision, result),
    ...describeEngines(result, rulesOf(decision)),
    `decode ${timings.decode.toFixed(1)} ms, compare ${timings.compare.toFixed(1)} ms`,
  ].join('\n');
};
