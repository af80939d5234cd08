import type { CheckRecord } from '../../../main/records/check-record.ts';

let made = 0;

/** A check that passed, of nobody, unlike any other. */
export const sampleRecord = (changes: Partial<CheckRecord> = {}): CheckRecord => {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    startedAt: '2026-03-10T12:00:00.000Z',
    endedAt: '2026-03-10T12:00:10.000Z',
    cardKind: 'resident',
    name: '测**',
    number: '0***************09',
    verdict: 'pass',
    reasons: [],
    warnings: [],
    comparison: {
      verdict: 'pass',
      score: 91,
      threshold: 84,
      far: 0.001,
      attempts: 3,
      attemptsUsed: 1,
      engine: 'local',
    },
    consent: { notice: '0123456789abcdef', face: true },
    decisions: [],
    timings: { total: 10_000, compare: 50 },
    ...changes,
  };
};
