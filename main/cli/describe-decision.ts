import type { CompareFacesResult } from '../compare/contract.ts';
import { formatFar } from '../compare/far.ts';
import type { Decision } from '../compare/verdict.ts';

const words = {
  pass: 'PASS    通过',
  review: 'REVIEW  需人工复核',
  fail: 'FAIL    不通过',
} as const;

/** A verdict and what it rests on, for a terminal. */
export const describeDecision = (decision: Decision, result: CompareFacesResult): string => {
  const { verdict, score, far, attempts, farPerAttempt, farApplied, threshold } = decision;
  const divided =
    attempts === 1
      ? ''
      : ` over ${attempts} attempts, ${percent(farPerAttempt)} each (measured point used: ${percent(farApplied)})`;
  const points = Object.entries(result.confidenceThresholds)
    .map(([key, value]) => `${percent(Number(key))} → ${value.toFixed(0)}`)
    .join(', ');
  return [
    words[verdict],
    `score ${score.toFixed(2)} of 100, threshold ${threshold.toFixed(2)} at FAR ${percent(far)}${divided}`,
    `thresholds: ${points}   (${result.engine}${calibrationOf(result)})`,
    ...timingsOf(result),
  ].join('\n');
};

/** A rate for a person: 0.001 → 0.1 %. */
export const percent = (rate: number): string =>
  `${formatFar(Number((rate * 100).toPrecision(3)))} %`;

const calibrationOf = ({ calibration, cosine, framesUsed = 1 }: CompareFacesResult): string =>
  [
    ...(calibration === undefined ? [] : [`, calibration ${calibration}`]),
    ...(cosine === undefined ? [] : [`, cosine ${cosine.toFixed(3)}`]),
    ...(framesUsed === 1 ? [] : [`, ${framesUsed} frames as one`]),
  ].join('');

const timingsOf = ({ timings }: CompareFacesResult): readonly string[] => {
  if (timings === undefined) return [];
  const sum = (stage: 'decode' | 'detect' | 'landmarks' | 'align' | 'embed'): string =>
    `${stage} ${(timings.source[stage] + timings.target[stage]).toFixed(1)}`;
  const stages = (['decode', 'detect', 'landmarks', 'align', 'embed'] as const).map(sum).join(', ');
  return [`time: ${timings.total.toFixed(1)} ms (${stages})`];
};
