import type { DriftReport } from './detect-drift.ts';
import { DriftError } from './drift-error.ts';

/** What a report finds, in words: for a clerk, a terminal and the doctor. None unless scores drifted. */
export const driftWarnings = ({
  findings,
  comparisons,
  calibratedMedian,
  seenMedian = 0,
}: DriftReport): readonly DriftError[] =>
  findings.map(
    ({ kind, score, calibrated, seen }) =>
      new DriftError(`drift.${kind}`, {
        comparisons,
        score,
        calibrated: inHundred(calibrated),
        seen: inHundred(seen),
        calibratedMedian: calibratedMedian.toFixed(1),
        seenMedian: seenMedian.toFixed(1),
      }),
  );

/** A share for a person, to a tenth of a percent: 0.0314 → 3.1 %. */
export const inHundred = (share: number): string => `${(share * 100).toFixed(1)} %`;
