import { figuresOf } from '../../../main/records/figures.ts';
import type { CheckRecord } from '../../../main/records/check-record.ts';
import type { Figures, RecordPage } from '../../../main/records/record-store.ts';

const minute = 60_000;
const names = ['测**', '样*', '欧阳**', '李*', '王**', '张*', '示*', 'C*** X***'];

/** A day's work that is the same at every look: no chance, only the number of the check. */
const recordAt = (index: number, endedAt: number): CheckRecord => {
  const turn = (index * 37) % 100;
  const verdict = turn < 86 ? 'pass' : turn < 95 ? 'review' : 'fail';
  const score = { pass: 85 + (turn % 14), review: 76 + (turn % 4), fail: 12 + (turn % 30) }[
    verdict
  ];
  const isDecided = verdict === 'review' && index % 3 === 0;
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    startedAt: new Date(endedAt - 6400).toISOString(),
    endedAt: new Date(endedAt).toISOString(),
    cardKind: index % 9 === 0 ? 'hk-macao-taiwan' : 'resident',
    name: names[index % names.length]!,
    number: `0***************${String(index % 100).padStart(2, '0')}`,
    verdict: isDecided ? 'pass' : verdict,
    reasons: verdict === 'review' ? ['score-near-threshold'] : [],
    warnings: [],
    comparison: {
      verdict,
      score: score + 0.4,
      threshold: 85,
      reviewThreshold: 75.6,
      far: 0.001,
      attempts: 3,
      attemptsUsed: verdict === 'pass' ? 1 : 3,
      engine: 'local',
      calibration: 'everyone-2026-11-26-f8d2199c',
    },
    consent: { notice: '3f6a0c1d9b2e4f58', face: true },
    decisions: isDecided
      ? [
          {
            verdict: 'pass',
            operator: '李敏',
            reason: '人工核对：五官一致，发型不同',
            at: new Date(endedAt + 30_000).toISOString(),
          },
        ]
      : [],
    timings: { total: 5200 + turn * 40, compare: 38 },
  };
};

const count = 46;

const dayOf = (now: Date): readonly CheckRecord[] => {
  const opened = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 8, 5).getTime();
  return Array.from({ length: count }, (_, index) =>
    recordAt(index, opened + index * 11 * minute + ((index * 7) % 5) * minute),
  );
};

/** The latest checks of this day, newest first. */
export const sampleRecords = (limit = count): RecordPage => {
  const all = dayOf(new Date());
  return { records: all.toReversed().slice(0, limit), total: all.length };
};

/** The same day, counted as the station counts. */
export const sampleFigures = (): Figures => {
  const from = new Date();
  from.setHours(0, 0, 0, 0);
  return figuresOf(dayOf(new Date()), {
    from: from.toISOString(),
    to: new Date(from.getTime() + 24 * 60 * minute).toISOString(),
    utcOffset: -from.getTimezoneOffset() || 0,
  });
};
