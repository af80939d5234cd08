import { describe, expect, it } from 'vitest';
import { cardWarnings } from '../../../main/card/card-warning.ts';
import { checkCard, localDate } from '../../../main/card/consistency.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import * as cards from './synthetic-cards.ts';

const today = '2024-06-15';
const warningsOf = (text: Uint8Array, on = today): string[] => checkCard(parseIdCard(text), on);

describe('checkCard', () => {
  it.each([
    ['resident', cards.residentText()],
    ['J', cards.hkMacaoTaiwanText()],
    ['I', cards.foreigner2017Text()],
    ['Y', cards.foreigner2023Text()],
  ])('has nothing to say about a %s card in order', (_kind, text) => {
    expect(warningsOf(text)).toEqual([]);
  });

  it.each([
    ['number-form', { 122: '0000001900010100 9' }],
    ['number-check-character', { 122: '000000190001010008' }],
    ['number-birth-differs', { 36: '19000102' }],
    ['number-sex-differs', { 30: '1' }],
    ['ethnic-group-unknown', { 32: '99' }],
    ['not-yet-valid', { 188: '20240616' }],
    ['validity-unreadable', { 204: '永久      ' }],
    ['validity-unreadable', { 188: '20240231' }],
    ['expired', { 204: '20240614' }],
    ['kind-unknown', { 248: 'Z' }],
  ])('warns of %s on a resident card', (warning, change) => {
    expect(warningsOf(cards.residentText(change as Record<number, string>))).toEqual([warning]);
  });

  it('warns of a birth date that is none, and that the number has another', () => {
    expect(warningsOf(cards.residentText({ 36: '19900231' }))).toEqual([
      'number-birth-differs',
      'birth-unreadable',
    ]);
  });

  it('warns of a J number without the prefix of a J card', () => {
    expect(
      warningsOf(cards.hkMacaoTaiwanText({ 122: '000000190001010009', 30: '2', 36: '19000101' })),
    ).toEqual(['number-region']);
  });

  it('warns of a Y number that does not begin with 9', () => {
    expect(warningsOf(cards.foreigner2023Text({ 122: '000000190001010009' }))).toEqual([
      'number-region',
    ]);
  });

  it('warns of an I number without three letters', () => {
    expect(warningsOf(cards.foreigner2017Text({ 122: '000000000000000' }))).toEqual([
      'number-form',
    ]);
  });

  it.each(['0', '9'])('sees no contradiction in the sex code %s', (code) => {
    expect(warningsOf(cards.residentText({ 30: code }))).toEqual([]);
  });

  it('warns of an unknown sex code once', () => {
    expect(warningsOf(cards.residentText({ 30: '7' }))).toEqual(['sex-unknown']);
  });

  it('counts the first and the last day as valid', () => {
    const text = cards.hkMacaoTaiwanText();
    expect(warningsOf(text, '2020-01-02')).toEqual([]);
    expect(warningsOf(text, '2025-01-02')).toEqual([]);
    expect(warningsOf(text, '2020-01-01')).toEqual(['not-yet-valid']);
    expect(warningsOf(text, '2025-01-03')).toEqual(['expired']);
  });

  it('长期: a card without an end never expires', () => {
    expect(warningsOf(cards.residentText(), '2999-12-31')).toEqual([]);
  });

  it('has a sentence in both languages for every warning', () => {
    for (const { en, zh } of Object.values(cardWarnings)) {
      expect(en).toMatch(/\.$/);
      expect(zh).toMatch(/。$/);
    }
  });
});

describe('localDate', () => {
  it('goes by the local calendar', () => {
    expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(localDate(new Date(2026, 0, 6, 0, 1))).toBe('2026-01-06');
  });
});
