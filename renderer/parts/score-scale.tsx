import type { ReactNode } from 'react';
import type { ShownDecision } from '../../main/ipc/contract.ts';

/** The score on its scale of 0 to 100, with the bands for review and pass. */
export const ScoreScale = ({
  score,
  threshold,
  reviewThreshold = threshold,
}: Pick<ShownDecision, 'score' | 'threshold' | 'reviewThreshold'>): ReactNode => (
  <svg className="scale" viewBox="-1 3 102 9" aria-hidden="true">
    <rect className="scale-fail" x="0" y="6" width={reviewThreshold} height="3" />
    <rect
      className="scale-review"
      x={reviewThreshold}
      y="6"
      width={threshold - reviewThreshold}
      height="3"
    />
    <rect className="scale-pass" x={threshold} y="6" width={100 - threshold} height="3" />
    <rect className="scale-mark" x={threshold - 0.3} y="4" width="0.6" height="7" />
    <circle className="scale-score" cx={score} cy="7.5" r="2.6" />
  </svg>
);
