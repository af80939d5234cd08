import { describe, expect, it } from 'vitest';
import { recordQuerySchema } from '../../../main/records/record-store.ts';
import {
  instantsOf,
  isFiltered,
  noFilter,
  pageSize,
  queryOf,
  spans,
} from '../../../renderer/history/record-filter.ts';

/** In the afternoon, by this machine's clock, so that the test means the same in every time zone. */
const now = new Date(2026, 2, 10, 15, 30);
const midnight = (day: number): string => new Date(2026, 2, day).toISOString();

describe('a span of time', () => {
  it.each([
    ['today', midnight(10), midnight(11)],
    ['yesterday', midnight(9), midnight(10)],
    ['week', midnight(4), midnight(11)],
    ['month', new Date(2026, 1, 9).toISOString(), midnight(11)],
  ] as const)('%s goes from midnight to midnight of this machine’s clock', (span, from, to) => {
    expect(instantsOf(span, now)).toMatchObject({ from, to });
  });

  it('begins with the day, at its first instant too', () => {
    for (const span of spans)
      expect(instantsOf(span, new Date(2026, 2, 10))).toEqual(instantsOf(span, now));
  });
});

describe('what is looked for', () => {
  it('is all of today at first, which filters nothing', () => {
    expect(isFiltered(noFilter)).toBe(false);
    expect(queryOf(noFilter, now, 0)).toEqual({
      ...{ from: midnight(10), to: midnight(11) },
      ...{ offset: 0, limit: pageSize },
    });
  });

  it('has text without the blanks around it, and only what was chosen', () => {
    expect(queryOf({ ...noFilter, text: ' 王五 ' }, now, 50)).toMatchObject({
      text: '王五',
      offset: 50,
    });
    expect(queryOf({ ...noFilter, text: '  ' }, now, 0)).not.toHaveProperty('text');
    const chosen = { verdict: 'review', reason: 'cloud-declined' } as const;
    expect(queryOf({ ...noFilter, ...chosen }, now, 0)).toMatchObject({
      verdicts: ['review'],
      reasons: ['cloud-declined'],
    });
  });

  it.each([{ text: '王' }, { verdict: 'fail' }, { reason: 'card-expired' }] as const)(
    'is filtered by %o',
    (change) => {
      expect(isFiltered({ ...noFilter, ...change })).toBe(true);
      expect(isFiltered({ ...noFilter, text: ' ' })).toBe(false);
    },
  );

  it('is a question the station takes, whatever is chosen', () => {
    for (const span of spans)
      for (const verdict of ['', 'pass'] as const)
        for (const reason of ['', 'without-face'] as const) {
          const query = queryOf({ span, text: '王', verdict, reason }, now, 100);
          expect(recordQuerySchema.parse(query)).toEqual(query);
        }
  });
});
