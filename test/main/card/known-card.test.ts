import { describe, expect, it } from 'vitest';
import { KnownCard } from '../../../main/card/known-card.ts';
import { hkMacaoTaiwanText, residentText } from './synthetic-cards.ts';

describe('KnownCard', () => {
  it('knows the card it was told of, and no other', () => {
    const known = new KnownCard();
    known.remember(residentText());
    expect(known.isSet).toBe(true);
    expect(known.is(residentText())).toBe(true);
    expect(known.is(hkMacaoTaiwanText())).toBe(false);
  });

  it('still knows a card whose bytes were wiped since', () => {
    const known = new KnownCard();
    const text = residentText();
    known.remember(text);
    text.fill(0);
    expect(known.is(residentText())).toBe(true);
  });

  it('knows no card before it is told of one, or after it forgot', () => {
    const known = new KnownCard();
    expect(known.is(residentText())).toBe(false);
    known.remember(residentText());
    known.forget();
    expect(known.isSet).toBe(false);
    expect(known.is(residentText())).toBe(false);
  });
});
