import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCard, localDate } from '../../../main/card/consistency.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { inventCard, type CardTraits } from '../../../main/demo/invented-card.ts';
import { ageOn, birthOf } from '../../../main/station/age.ts';
import { encodeCardText } from '../../../native-bridge/reader-emulator/card-text.ts';

const now = new Date(2026, 2, 10, 12);
const adult: CardTraits = { holder: 'adult', validity: 'valid' };

/** The card as a reader reads it. */
const readBack = (traits: CardTraits, serial: number, today: Date) => {
  const card = parseIdCard(encodeCardText(inventCard(traits, serial, today)));
  return {
    card,
    warnings: checkCard(card, localDate(today)),
    age: ageOn(birthOf(card), localDate(today)),
  };
};

const days = fc.date({
  min: new Date(2024, 0, 1),
  max: new Date(2060, 0, 1),
  noInvalidDate: true,
});

describe('an invented card', () => {
  it('is in order on every day it may be invented', () => {
    fc.assert(
      fc.property(days, fc.nat(2000), (today, serial) => {
        const { warnings, age } = readBack(adult, serial, today);
        expect(warnings).toEqual([]);
        expect(age).toBe(35);
      }),
    );
  });

  it('has expired where the scene asks for it, and nothing else is wrong', () => {
    fc.assert(
      fc.property(days, (today) => {
        expect(readBack({ ...adult, validity: 'expired' }, 0, today).warnings).toEqual(['expired']);
      }),
    );
  });

  it('is a child’s where the scene asks for it', () => {
    fc.assert(
      fc.property(days, (today) => {
        const { warnings, age } = readBack({ ...adult, holder: 'child' }, 3, today);
        expect([warnings, age]).toEqual([[], 10]);
      }),
    );
  });

  it('is nobody’s: its region is never given out, and its name says what it is', () => {
    const { number, name, address } = inventCard(adult, 41, now);
    expect(number).toMatch(/^000000\d{11}[\dX]$/);
    expect(name).toBe('测试42号');
    expect(address).toContain('测试');
  });

  it('is unlike the others, and a woman’s as those in the pictures are', () => {
    const cards = Array.from({ length: 500 }, (_, serial) => inventCard(adult, serial, now));
    expect(new Set(cards.map(({ number }) => number)).size).toBe(500);
    expect(new Set(cards.map(({ managementNumber }) => managementNumber)).size).toBe(500);
    expect(new Set(cards.map(({ sex }) => sex))).toEqual(new Set(['female']));
    const again = inventCard(adult, 500, now);
    expect(again.number).toBe(cards[0]?.number);
    expect(again.name).not.toBe(cards[0]?.name);
  });
});
