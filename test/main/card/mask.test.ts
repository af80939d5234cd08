import { describe, expect, it } from 'vitest';
import { parseIdCard, type IdCard } from '../../../main/card/id-card.ts';
import { maskCard, maskName, maskNumber, maskPlace } from '../../../main/card/mask.ts';
import * as cards from './synthetic-cards.ts';

describe('mask', () => {
  it('keeps one character of a number in front and two behind', () => {
    expect(maskNumber('000000190001010009')).toBe('0***************09');
  });

  it('keeps six and four at most, whatever is asked for', () => {
    expect(maskNumber('123456190001017890', { first: 6, last: 4 })).toBe('123456********7890');
    expect(maskNumber('123456190001017890', { first: 18, last: 18 })).toBe('123456********7890');
  });

  it('hides a number whole that is too short to hide a part', () => {
    expect(maskNumber('12345678')).toBe('********');
    expect(maskNumber('123456789012345', { first: 6, last: 4 })).toBe('***************');
    expect(maskNumber('')).toBe('');
  });

  it.each([
    ['测试甲', '测**'],
    ['测', '测**'],
    ['𠮷某', '𠮷**'],
    ['TESTPERSON, ALPHA', 'T**'],
    ['', ''],
  ])('masks the name %s as %s, without its length', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('masks places behind three characters', () => {
    expect(maskPlace('某某省某市某区')).toBe('某某省***');
    expect(maskPlace('')).toBe('');
  });

  const texts: Record<IdCard['kind'], Uint8Array> = {
    resident: cards.residentText(),
    'hk-macao-taiwan': cards.hkMacaoTaiwanText(),
    'foreigner-2017': cards.foreigner2017Text(),
    'foreigner-2023': cards.foreigner2023Text(),
    unknown: cards.residentText({ 248: 'Z' }),
  };

  it.each(Object.entries(texts))(
    'leaves nothing of a %s card that points at a person',
    (kind, text) => {
      const card = parseIdCard(text);
      expect(card.kind).toBe(kind);
      const masked = JSON.stringify(maskCard(card));
      const secrets = [
        '测试',
        'TESTPERSON',
        'ALPHA',
        '000000190001010009',
        '810000190001010018',
        '900000190001010001',
        'XXX000000000000',
        'H00000000',
        '某路',
        '分局',
        '汉',
        '0101',

        '0229',
      ];
      for (const secret of secrets) expect(masked).not.toContain(secret);
      expect(maskCard(card)).toMatchObject({ kind });
    },
  );

  it('keeps what an operator needs to see', () => {
    expect(maskCard(parseIdCard(texts.resident))).toEqual({
      kind: 'resident',
      name: '测**',
      sex: { code: '2', meaning: 'female' },
      ethnicGroup: { code: '**', name: '*' },
      birth: { text: '1900****', iso: null },
      address: '某省某***',
      number: '0***************09',
      issuer: '某市公***',
      validity: {
        from: { text: '20200102', iso: '2020-01-02' },
        to: { text: '长期', iso: null },
        longTerm: true,
      },
    });
  });
});
