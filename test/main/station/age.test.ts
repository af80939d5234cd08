import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { ageOn, birthOf } from '../../../main/station/age.ts';
import {
  foreigner2017Text,
  foreigner2023Text,
  hkMacaoTaiwanText,
  residentText,
  textBlock,
} from '../card/synthetic-cards.ts';

const ageOf = (iso: string | null, today: string): number | undefined =>
  ageOn({ text: '', iso }, today);

describe('an age', () => {
  it.each([
    ['2012-03-10', '2026-03-09', 13],
    ['2012-03-10', '2026-03-10', 14],
    ['2012-03-10', '2026-03-11', 14],
    ['2012-12-31', '2026-01-01', 13],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2026-03-10', '2026-03-10', 0],
    ['1900-01-01', '2026-03-10', 126],
  ])('of who was born on %s is on %s %d', (birth, today, age) => {
    expect(ageOf(birth, today)).toBe(age);
  });

  it('is not known without a date, nor of somebody who is still to be born', () => {
    expect(ageOf(null, '2026-03-10')).toBeUndefined();
    expect(ageOf('2026-03-11', '2026-03-10')).toBeUndefined();
    expect(ageOn(undefined, '2026-03-10')).toBeUndefined();
  });

  it('never falls as days go by', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (birth, one, another) => {
        const [earlier, later] = [one, another].sort() as [string, string];
        expect(ageOf(birth, later) ?? -1).toBeGreaterThanOrEqual(ageOf(birth, earlier) ?? -1);
      }),
    );
  });
});

describe('the birth date', () => {
  it.each([
    ['resident', residentText(), '1900-01-01'],
    ['hk-macao-taiwan', hkMacaoTaiwanText(), '1900-01-01'],
    ['foreigner-2017', foreigner2017Text(), '1980-02-29'],
    ['foreigner-2023', foreigner2023Text(), '1900-01-01'],
  ])('of a %s card is the one it carries', (kind, text, iso) => {
    const card = parseIdCard(text);
    expect([card.kind, birthOf(card)?.iso]).toEqual([kind, iso]);
  });

  it('is not known of a card of unknown kind', () => {
    expect(birthOf(parseIdCard(textBlock({ 248: 'Z' })))).toBeUndefined();
  });
});
