import { describe, expect, it } from 'vitest';
import { checkRecordSchema } from '../../../main/records/check-record.ts';
import { figuresRangeSchema, recordQuerySchema } from '../../../main/records/record-store.ts';
import { sampleRecord } from './sample-records.ts';

describe('a query', () => {
  it('asks for the first fifty of all where it says nothing else', () => {
    expect(recordQuerySchema.parse({})).toEqual({ offset: 0, limit: 50 });
  });

  it.each([
    ['a page that is too large', { limit: 201 }],
    ['an empty page', { limit: 0 }],
    ['a page before the first', { offset: -1 }],
    ['a day for an instant', { from: '2026-03-10' }],
    ['a verdict there is not', { verdicts: ['perhaps'] }],
    ['a reason there is not', { reasons: ['because'] }],
    ['a very long text', { text: 'a'.repeat(81) }],
    ['something unknown', { name: '测试甲' }],
  ])('may not have %s', (_what, query) => {
    expect(recordQuerySchema.safeParse(query).success).toBe(false);
  });
});

describe('a span to count over', () => {
  it.each([840, -840])('may be of a clock %d minutes off', (utcOffset) => {
    const range = { from: '2026-03-10T00:00:00Z', to: '2026-03-11T00:00:00Z', utcOffset };
    expect(figuresRangeSchema.parse(range)).toEqual(range);
    expect(figuresRangeSchema.safeParse({ ...range, utcOffset: utcOffset * 2 }).success).toBe(
      false,
    );
  });
});

describe('a record', () => {
  it.each([
    ['a picture', { image: new Uint8Array(3) }],
    ['an embedding', { embedding: [0.1] }],
    ['a whole number', { idNumber: '000000190001010009' }],
  ])('has no place for %s', (_what, more) => {
    expect(checkRecordSchema.safeParse({ ...sampleRecord(), ...more }).success).toBe(false);
    expect(checkRecordSchema.safeParse(sampleRecord()).success).toBe(true);
  });

  it('names the operator of every decision, and the reason', () => {
    const at = '2026-03-10T12:01:00.000Z';
    for (const decision of [
      { verdict: 'pass', operator: '', reason: '看过', at },
      { verdict: 'pass', operator: '王', reason: '', at },
      { verdict: 'review', operator: '王', reason: '看过', at },
    ])
      expect(
        checkRecordSchema.safeParse({ ...sampleRecord(), decisions: [decision] }).success,
      ).toBe(false);
  });
});
