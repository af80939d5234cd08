import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countScore,
  keptDays,
  keptTables,
  noStatistics,
  scoreStatisticsSchema,
  seenScores,
  type CountedScore,
  type ScoreStatistics,
} from '../../../main/drift/score-statistics.ts';
import { stepOf } from '../../../main/compare/score-steps.ts';
import { addCounts, noCounts, totalOf } from '../../../main/drift/score-counts.ts';

const everything = { days: keptDays };
const key = { calibration: 'sample-1', pair: 'IDPic-FacePic' } as const;

const counted = (scores: readonly CountedScore[]): ScoreStatistics =>
  scores.reduce(countScore, noStatistics);

const dayAfter = (days: number): string =>
  new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
const scoreOn = (day: number, score = 93): CountedScore => ({ ...key, day: dayAfter(day), score });

const someScores = (days: number): fc.Arbitrary<CountedScore[]> =>
  fc.array(
    fc.record({
      calibration: fc.constantFrom('sample-1', 'sample-2'),
      pair: fc.constantFrom('FacePic-FacePic', 'IDPic-FacePic'),
      day: fc.nat({ max: days - 1 }).map(dayAfter),
      score: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
    { maxLength: 60 },
  );

describe('score statistics', () => {
  it('add up to what was counted, each under its own calibration and pair', () => {
    fc.assert(
      fc.property(someScores(keptDays), (scores) => {
        const statistics = counted(scores);
        expect(scoreStatisticsSchema.parse(statistics)).toEqual(statistics);
        for (const calibration of ['sample-1', 'sample-2'])
          for (const pair of ['FacePic-FacePic', 'IDPic-FacePic'] as const) {
            const own = scores.filter((s) => s.calibration === calibration && s.pair === pair);
            const { counts, days, from, to } = seenScores(
              statistics,
              { calibration, pair },
              everything,
            );
            for (const [step, count] of counts.entries())
              expect(count).toBe(own.filter(({ score }) => stepOf(score) === step).length);
            const ownDays = [...new Set(own.map(({ day }) => day).toReversed())].toReversed();
            expect(days).toBe(ownDays.length);
            expect([from, to]).toEqual([ownDays[0], ownDays.at(-1)]);
          }
      }),
    );
  });

  it('do not tell in which order the guests of a day came', () => {
    const ordered = someScores(1).chain((scores) =>
      fc.tuple(
        fc.constant(scores),
        fc.shuffledSubarray(scores, { minLength: scores.length, maxLength: scores.length }),
      ),
    );
    const sorted = ({ tables }: ScoreStatistics): unknown =>
      tables.toSorted((a, b) =>
        `${a.calibration} ${a.pair}` < `${b.calibration} ${b.pair}` ? -1 : 1,
      );
    fc.assert(
      fc.property(ordered, ([scores, shuffled]) => {
        expect(sorted(counted(shuffled))).toEqual(sorted(counted(scores)));
      }),
    );
  });

  it('keep the last days with comparisons and no more, whatever the clock said', () => {
    const days = fc.shuffledSubarray(
      Array.from({ length: keptDays + 30 }, (_, day) => day),
      { minLength: keptDays + 1 },
    );
    fc.assert(
      fc.property(days, (given) => {
        const [table] = counted(given.map((day) => scoreOn(day))).tables;
        expect(table?.days.map(({ day }) => day)).toEqual(given.slice(-keptDays).map(dayAfter));
      }),
      { numRuns: 30 },
    );
  });

  it('keep the calibrations that were used last', () => {
    const ids = Array.from({ length: keptTables }, (_, at) => `sample-${at}`);
    const all = counted(ids.map((calibration) => ({ ...scoreOn(1), calibration })));
    // The first one is used again, so that the second is the oldest.
    const again = countScore(all, { ...scoreOn(2), calibration: 'sample-0' });
    const { tables } = countScore(again, { ...scoreOn(3), calibration: 'sample-new' });
    expect(tables.map(({ calibration }) => calibration)).toEqual([
      ...ids.slice(2),
      'sample-0',
      'sample-new',
    ]);
  });

  it('leave what was given to them as it was', () => {
    const before = counted([scoreOn(1)]);
    const copy = structuredClone(before);
    countScore(before, scoreOn(1));
    countScore(before, scoreOn(2));
    expect(before).toEqual(copy);
  });

  it('hold nothing of a comparison but its step, its day and what it was made with', () => {
    expect(counted([scoreOn(0, 87.654)])).toEqual({
      formatVersion: 1,
      tables: [
        {
          ...key,
          days: [{ day: '2026-01-01', counts: noCounts.map((_, at) => (at === 17 ? 1 : 0)) }],
        },
      ],
    });
  });

  it.each([
    [-0.1, 'below the scale'],
    [100.1, 'above it'],
    [Number.NaN, 'no number'],
  ])('take no score of %d, %s', (score) => {
    expect(() => countScore(noStatistics, scoreOn(0, score))).toThrow(RangeError);
  });
});

describe('the days that are looked at', () => {
  const perDay = Array.from({ length: 10 }, (_, day) =>
    Array.from({ length: 40 }, () => scoreOn(day)),
  ).flat();
  const statistics = counted(perDay);

  it.each([
    [1, 40, 1],
    [40, 40, 1],
    [41, 80, 2],
    [399, 400, 10],
    [5000, 400, 10],
  ])(
    'hold at least %i comparisons where there are as many: %i on %i days',
    (least, total, days) => {
      const seen = seenScores(statistics, key, { comparisons: least });
      expect([totalOf(seen.counts), seen.days, seen.to]).toEqual([total, days, dayAfter(9)]);
    },
  );

  it('are the newest few', () => {
    const seen = seenScores(statistics, key, { days: 3 });
    expect(seen).toMatchObject({ days: 3, from: dayAfter(7), to: dayAfter(9) });
    expect(totalOf(seen.counts)).toBe(120);
  });

  it('are the last ones, though a clock was ahead before', () => {
    const ahead = [scoreOn(400), scoreOn(401)];
    const right = [scoreOn(1, 12), scoreOn(2, 12)];
    const seen = seenScores(counted([...ahead, ...right]), key, { days: 2 });
    expect(seen).toMatchObject({ from: dayAfter(1), to: dayAfter(2) });
    expect(seen.counts[stepOf(12)]).toBe(2);
  });

  it('are none of another calibration', () => {
    const other = { ...key, calibration: 'sample-9' };
    expect(seenScores(statistics, other, everything)).toEqual({ counts: noCounts, days: 0 });
  });
});

describe('the schema of score statistics', () => {
  const day = (at: number): object => ({ day: dayAfter(at), counts: noCounts });
  const withTables = (...tables: object[]): object => ({ formatVersion: 1, tables });
  it.each([
    ['a day that comes twice', withTables({ ...key, days: [day(1), day(1)] })],
    ['two tables for the same', withTables({ ...key, days: [] }, { ...key, days: [] })],
    ['a step too few', withTables({ ...key, days: [{ ...day(1), counts: noCounts.slice(1) }] })],
    [
      'less than nothing',
      withTables({
        ...key,
        days: [
          {
            ...day(1),
            counts: addCounts(
              noCounts,
              noCounts.map(() => -1),
            ),
          },
        ],
      }),
    ],
    ['no day of the calendar', withTables({ ...key, days: [{ ...day(1), day: '2026-02-30' }] })],
    ['a field it does not know', withTables({ ...key, days: [], name: 'x' })],
    ['another format', { formatVersion: 2, tables: [] }],
  ])('refuses %s', (_what, document) => {
    expect(scoreStatisticsSchema.safeParse(document).success).toBe(false);
  });
});
