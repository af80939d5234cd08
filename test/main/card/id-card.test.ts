import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holderOf, parseIdCard } from '../../../main/card/id-card.ts';
import * as cards from './synthetic-cards.ts';

describe('parseIdCard', () => {
  it('reads a resident ID card', () => {
    expect(parseIdCard(cards.residentText())).toEqual({
      kind: 'resident',
      name: '测试甲',
      sex: { code: '2', meaning: 'female' },
      ethnicGroup: { code: '01', name: '汉' },
      birth: { text: '19000101', iso: '1900-01-01' },
      address: '某省某市某区 某路 1 号',
      number: '000000190001010009',
      issuer: '某市公安局某区分局',
      validity: {
        from: { text: '20200102', iso: '2020-01-02' },
        to: { text: '长期', iso: null },
        longTerm: true,
      },
    });
  });

  it('reads a residence permit for Hong Kong, Macao and Taiwan (J)', () => {
    expect(parseIdCard(cards.hkMacaoTaiwanText())).toEqual({
      kind: 'hk-macao-taiwan',
      name: '测试乙',
      sex: { code: '1', meaning: 'male' },
      birth: { text: '19000101', iso: '1900-01-01' },
      address: '某省某市某区某路 2 号',
      number: '810000190001010018',
      issuer: '某市公安局',
      validity: {
        from: { text: '20200102', iso: '2020-01-02' },
        to: { text: '20250102', iso: '2025-01-02' },
        longTerm: false,
      },
      travelPermitNumber: 'H00000000',
      timesIssued: '01',
    });
  });

  it('reads a permanent-resident card of 2017 (I)', () => {
    expect(parseIdCard(cards.foreigner2017Text())).toEqual({
      kind: 'foreigner-2017',
      englishName: 'TESTPERSON, ALPHA BETA',
      chineseName: '测试丙',
      sex: { code: '1', meaning: 'male' },
      number: 'XXX000000000000',
      nationality: 'XXX',
      birth: { text: '19800229', iso: '1980-02-29' },
      validity: {
        from: { text: '20180102', iso: '2018-01-02' },
        to: { text: '20280102', iso: '2028-01-02' },
        longTerm: false,
      },
      cardVersion: '01',
      acceptingAuthority: '0000',
    });
  });

  it('reads a permanent-resident card of 2023 (Y), its English name joined from two places', () => {
    expect(parseIdCard(cards.foreigner2023Text())).toEqual({
      kind: 'foreigner-2023',
      chineseName: '测试丁',
      englishName: 'TESTPERSON WITH A VERY LONG NAME OF MANY WORDS',
      sex: { code: '2', meaning: 'female' },
      number: '900000190001010001',
      nationality: 'XXX',
      birth: { text: '19000101', iso: '1900-01-01' },
      validity: {
        from: { text: '20240102', iso: '2024-01-02' },
        to: { text: '20340102', iso: '2034-01-02' },
        longTerm: false,
      },
      timesRenewed: '00',
      previousNumberLink: '000',
    });
  });

  it('keeps a space at the seam of the English name', () => {
    const text = cards.foreigner2023Text({ 52: 'A'.repeat(34) + ' ', 220: 'B'.padEnd(11) });
    expect(parseIdCard(text)).toMatchObject({ englishName: `${'A'.repeat(34)} B` });
  });

  it('goes by the flag, not by the number: a J number begins with 8 like some citizens’', () => {
    expect(parseIdCard(cards.residentText({ 122: '810000190001010018' })).kind).toBe('resident');
  });

  it.each(['Z', 'j', '长'])(
    'keeps the raw text of a card with the flag %s and guesses nothing',
    (flag) => {
      const card = parseIdCard(cards.residentText({ 248: flag }));
      expect(card).toMatchObject({ kind: 'unknown', flag });
      expect(card.kind === 'unknown' && card.text.startsWith('测试甲')).toBe(true);
      expect(Object.keys(card).sort()).toEqual(['flag', 'kind', 'text']);
    },
  );

  it('trims spaces and NULs at the end only', () => {
    const card = parseIdCard(cards.residentText({ 0: ' 测 试 甲\0\0', 52: ' 甲 路  乙 号 ' }));
    expect(card).toMatchObject({ name: ' 测 试 甲', address: ' 甲 路  乙 号' });
  });

  it('keeps rare characters, also those outside the basic plane', () => {
    expect(parseIdCard(cards.residentText({ 0: '测𠮷㛃䶮' }))).toMatchObject({ name: '测𠮷㛃䶮' });
  });

  it('keeps a character that elsewhere marks the byte order', () => {
    expect(parseIdCard(cards.residentText({ 0: '\uFEFF测' }))).toMatchObject({ name: '\uFEFF测' });
  });

  it('keeps dates that are none', () => {
    const text = cards.residentText({ 36: '19900231', 188: '????????', 204: '无期' });
    expect(parseIdCard(text)).toMatchObject({
      birth: { text: '19900231', iso: null },
      validity: {
        from: { text: '????????', iso: null },
        to: { text: '无期', iso: null },
        longTerm: false,
      },
    });
  });

  it.each([
    ['0', 'unknown'],
    ['1', 'male'],
    ['2', 'female'],
    ['9', 'unspecified'],
    ['7', null],
  ])('reads the sex code %s', (code, meaning) => {
    expect(parseIdCard(cards.residentText({ 30: code }))).toMatchObject({ sex: { code, meaning } });
  });

  it.each([
    ['01', '汉'],
    ['05', '维吾尔'],
    ['24', '拉祜'],
    ['31', '达斡尔'],
    ['46', '德昂'],
    ['56', '基诺'],
    ['97', '其他'],
    ['98', '外国血统中国籍人士'],
    ['57', ''],
    ['00', ''],
    ['', ''],
  ])('reads the ethnic-group code %s', (code, name) => {
    expect(parseIdCard(cards.residentText({ 32: code.padEnd(2) }))).toMatchObject({
      ethnicGroup: { code, name },
    });
  });

  it.each([0, 255, 257])('refuses a text block of %d bytes', (size) => {
    expect(() => parseIdCard(new Uint8Array(size))).toThrow(
      expect.objectContaining({ code: 'reader.wrong-text-size' }),
    );
  });

  it('throws for no text of 256 bytes, whatever is in it', () => {
    const text = fc.uint8Array({ minLength: 256, maxLength: 256 });
    const flag = fc.constantFrom(0x20, 0x49, 0x4a, 0x59, 0x00, 0x5a);
    fc.assert(
      fc.property(text, flag, (block, low) => {
        block[248] = low;
        block[249] = 0;
        const kinds = new Map([
          [0x20, 'resident'],
          [0x49, 'foreigner-2017'],
          [0x4a, 'hk-macao-taiwan'],
          [0x59, 'foreigner-2023'],
        ]);
        const expected = kinds.get(low) ?? 'unknown';
        expect(parseIdCard(block).kind).toBe(expected);
      }),
    );
  });
});

describe('holderOf', () => {
  it('prefers the Chinese name', () => {
    expect(holderOf(parseIdCard(cards.foreigner2017Text()))).toBe('测试丙');
    expect(holderOf(parseIdCard(cards.foreigner2017Text({ 158: '   ' })))).toBe(
      'TESTPERSON, ALPHA BETA',
    );
    expect(holderOf(parseIdCard(cards.residentText()))).toBe('测试甲');
    expect(holderOf(parseIdCard(cards.residentText({ 248: 'Z' })))).toBe('');
  });
});
