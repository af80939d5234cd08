import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdicts } from '../../../main/compare/verdict.ts';
import { reviewReasons, type CheckRecord } from '../../../main/records/check-record.ts';
import { figuresOf } from '../../../main/records/figures.ts';
import { figuresSchema } from '../../../main/records/record-store.ts';
import { sampleRecord } from './sample-records.ts';

const day = { from: '2026-03-09T16:00:00.000Z', to: '2026-03-10T16:00:00.000Z', utcOffset: 480 };
const decision = {
  verdict: 'pass',
  operator: '王',
  reason: '看过',
  at: '2026-03-10T12:01:00.000Z',
} as const;
const scored = (score: number, verdict: 'pass' | 'review' | 'fail') => {
  const record = sampleRecord();
  return { ...record, comparison: { ...record.comparison!, score, verdict } };
};

describe('figures', () => {
  it('of nothing are all noughts, with every bar there', () => {
    const figures = figuresOf([], day);
    expect(figuresSchema.parse(figures)).toEqual(figures);
    expect(figures).toMatchObject({
      ...{ pass: 0, review: 0, fail: 0, decidedByOperator: 0, withoutFace: 0 },
      ...{ hours: [], reasons: [] },
    });
    expect(figures).not.toHaveProperty('medianTotal');
    expect(figures.scores).toHaveLength(50);
    expect(figures.scores[49]).toEqual({ from: 98, to: 100, pass: 0, review: 0, fail: 0 });
  });

  it('count by what stands in the end, within the span of time', () => {
    const records = [
      sampleRecord({ endedAt: '2026-03-09T15:59:59.999Z' }),
      sampleRecord({ endedAt: '2026-03-09T16:00:00.000Z' }),
      sampleRecord({ verdict: 'review', reasons: ['without-face'] }),
      sampleRecord({ verdict: 'pass', reasons: ['without-face'], decisions: [decision] }),
      sampleRecord({ verdict: 'fail' }),
      sampleRecord({ endedAt: '2026-03-10T16:00:00.000Z' }),
    ];
    expect(figuresOf(records, day)).toMatchObject({
      ...{ pass: 2, review: 1, fail: 1, decidedByOperator: 1, withoutFace: 2 },
    });
  });

  it('have the middle duration, or that between the middle two', () => {
    const lasting = (...totals: readonly number[]) =>
      figuresOf(
        totals.map((total) => sampleRecord({ timings: { total } })),
        day,
      ).medianTotal;
    expect(lasting(9000, 1000, 5000)).toBe(5000);
    expect(lasting(9000, 1000, 5000, 6000)).toBe(5500);
    expect(lasting(7)).toBe(7);
  });

  it('have an entry for each hour with a check, in order, by the counter’s own clock', () => {
    const at = (endedAt: string) => sampleRecord({ endedAt });
    const records = [
      at('2026-03-10T12:59:59.999Z'),
      at('2026-03-10T01:00:00.000Z'),
      at('2026-03-10T12:00:00.000Z'),
    ];
    expect(figuresOf(records, day).hours).toEqual([
      { hour: '2026-03-10T01:00:00.000Z', pass: 1, review: 0, fail: 0 },
      { hour: '2026-03-10T12:00:00.000Z', pass: 2, review: 0, fail: 0 },
    ]);
  });

  it.each([
    [330, '2026-03-10T12:29:59.999Z', '2026-03-10T11:30:00.000Z'],
    [330, '2026-03-10T12:30:00.000Z', '2026-03-10T12:30:00.000Z'],
    [-210, '2026-03-10T12:29:59.999Z', '2026-03-10T11:30:00.000Z'],
    [345, '2026-03-10T12:15:00.000Z', '2026-03-10T12:15:00.000Z'],
  ])('begin an hour where a clock %d minutes off does: %s', (utcOffset, endedAt, hour) => {
    expect(figuresOf([sampleRecord({ endedAt })], { ...day, utcOffset }).hours[0]?.hour).toBe(hour);
  });

  it('count scores by what the comparison came to, whatever was decided after', () => {
    const records = [
      { ...scored(81.9, 'review'), verdict: 'pass' as const, decisions: [decision] },
      scored(82, 'review'),
      scored(100, 'pass'),
      scored(0, 'fail'),
    ];
    const filled = figuresOf(records, day).scores.filter(
      ({ pass, review, fail }) => pass + review + fail > 0,
    );
    expect(filled).toEqual([
      { from: 0, to: 2, pass: 0, review: 0, fail: 1 },
      { from: 80, to: 82, pass: 0, review: 1, fail: 0 },
      { from: 82, to: 84, pass: 0, review: 1, fail: 0 },
      { from: 98, to: 100, pass: 1, review: 0, fail: 0 },
    ]);
  });

  it('name the most frequent reason first, and none that did not occur', () => {
    const records = [
      sampleRecord({ reasons: ['card-data-odd'] }),
      sampleRecord({ reasons: ['without-face', 'card-data-odd'] }),
    ];
    expect(figuresOf(records, day).reasons).toEqual([
      { reason: 'card-data-odd', count: 2 },
      { reason: 'without-face', count: 1 },
    ]);
  });

  it('lose and invent no check, whatever there is', () => {
    const record = fc
      .record({
        verdict: fc.constantFrom(...verdicts),
        endedAt: fc
          .date({ min: new Date(day.from), max: new Date(day.to), noInvalidDate: true })
          .map((date) => date.toISOString()),
        reasons: fc.subarray([...reviewReasons]),
        score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
      })
      .map(({ score, ...changes }) => {
        const { comparison, ...rest } = sampleRecord(changes);
        return score === null ? rest : { ...rest, comparison: { ...comparison!, score } };
      });
    const isScored = (one: CheckRecord): boolean => one.comparison !== undefined;
    fc.assert(
      fc.property(fc.array(record), fc.integer({ min: -840, max: 840 }), (records, utcOffset) => {
        const figures = figuresOf(records, { ...day, utcOffset });
        expect(figuresSchema.parse(figures)).toEqual(figures);
        const within = records.filter(({ endedAt }) => endedAt < day.to);
        const sumOf = (list: readonly Record<'pass' | 'review' | 'fail', number>[]): number =>
          list.reduce((sum, { pass, review, fail }) => sum + pass + review + fail, 0);
        expect(sumOf([figures])).toBe(within.length);
        expect(sumOf(figures.hours)).toBe(within.length);
        expect(sumOf(figures.scores)).toBe(within.filter(isScored).length);
      }),
    );
  });
});
