import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFar } from '../../../main/compare/far.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { readPoints, textOfPoints } from '../../../renderer/settings/site-table-text.ts';

const isAccepted = (points: readonly object[]): boolean =>
  settingsSchema.safeParse({
    engine: { cloud: { tencent: { siteTable: { origin: 'here', points } } } },
  }).success;

const pointsIn = (text: string) => {
  const reading = readPoints(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.points;
};

describe('the rows of a table', () => {
  it('are read as people write them', () => {
    const rows = ['1% 70', ' 0.1 % = 75 ', '0.05%: 80.5', '', '０．０１％　＝　９０', '1e-3%,99'];
    expect(pointsIn(rows.join('\n'))).toEqual([
      { far: parseFar('1%'), similarity: 70 },
      { far: parseFar('0.1%'), similarity: 75 },
      { far: parseFar('0.05%'), similarity: 80.5 },
      { far: parseFar('0.01%'), similarity: 90 },
      { far: parseFar('0.001%'), similarity: 99 },
    ]);
    expect(pointsIn(' \n')).toEqual([]);
  });

  it.each([
    '0.1 75',
    '0.001 = 75',
    '0.1%',
    '75',
    '0% 75',
    '100% 75',
    '0.1% 101',
    '0.1% -1',
    '0.1%75',
  ])('are not guessed at: %s', (row) => {
    expect(readPoints(`1% 20\n${row}`)).toEqual({ ok: false, problem: { kind: 'row', row } });
  });

  it.each(['0.1% 75\n1% 75', '0.1% 75\n1% 80', '1% 60\n1% 70', '1% 60\n1% 60'])(
    'ask more of a stricter rate, which has one row: %j',
    (text) => {
      expect(readPoints(text)).toMatchObject({ ok: false, problem: { kind: 'order' } });
    },
  );

  it('are as many as the schema takes', () => {
    const rows = Array.from({ length: 51 }, (_, index) => `${index + 1}% = ${90 - index}`);
    expect(isAccepted(pointsIn(rows.slice(1).join('\n')))).toBe(true);
    expect(readPoints(rows.join('\n'))).toEqual({ ok: false, problem: { kind: 'rows', most: 50 } });
  });

  it('are written as people write them', () => {
    const points = [
      { far: 0.001, similarity: 75 },
      { far: 0.00005, similarity: 91.5 },
    ];
    expect(textOfPoints(points)).toBe('0.1% = 75\n0.005% = 91.5');
  });

  it('read back as they were, to the last bit', () => {
    const point = fc.record({
      far: fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
      similarity: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 6 }), (points) => {
        const reading = readPoints(textOfPoints(points));
        expect(reading.ok).toBe(isAccepted(points));
        if (reading.ok) expect(reading.points).toEqual(points);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
