import { describe, expect, it } from 'vitest';
import type { DriftReport } from '../../../main/drift/detect-drift.ts';
import { driftWarnings } from '../../../main/drift/drift-warnings.ts';

const report: DriftReport = {
  state: 'drifted',
  comparisons: 512,
  calibratedMedian: 92.84,
  seenMedian: 88.04,
  findings: [
    { kind: 'more-score-low', score: 80, calibrated: 0.0421, seen: 0.2 },
    { kind: 'scores-lower', score: 90, calibrated: 0.2, seen: 0.5 },
  ],
};

describe('the warnings of a report', () => {
  it('say in both languages what was seen and what was to be expected', () => {
    const warnings = driftWarnings(report);
    expect(warnings.map(({ code }) => code)).toEqual([
      'drift.more-score-low',
      'drift.scores-lower',
    ]);
    for (const { sentence } of warnings)
      for (const text of [sentence.en, sentence.zh]) {
        expect(text).toContain('512');
        expect(text).not.toMatch(/\{\w+\}/);
      }
    expect(warnings[0]?.sentence.en).toContain('20.0 % of the last 512');
    expect(warnings[0]?.sentence.zh).toContain('预期为 4.2 %');
    expect(warnings[1]?.sentence.en).toContain('the median is 88.0 instead of 92.8');
  });

  it('are none where nothing was found', () => {
    expect(driftWarnings({ ...report, state: 'steady', findings: [] })).toEqual([]);
  });
});
