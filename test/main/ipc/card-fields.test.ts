import { describe, expect, it } from 'vitest';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { cardFields } from '../../../main/ipc/card-fields.ts';
import {
  foreigner2017Text,
  foreigner2023Text,
  hkMacaoTaiwanText,
  residentText,
  textBlock,
} from '../card/synthetic-cards.ts';

const linesOf = (text: Uint8Array): readonly (readonly [string, string, string])[] =>
  cardFields(parseIdCard(text)).map(({ name, value }) => [name, value.zh, value.en]);
const same = (name: string, value: string) => [name, value, value];

describe('the lines of a card', () => {
  it('of a citizen are those printed on it, in their order', () => {
    expect(linesOf(residentText())).toEqual([
      same('name', '测试甲'),
      ['sex', '女', 'female'],
      same('ethnic-group', '汉'),
      same('birth', '1900-01-01'),
      same('address', '某省某市某区 某路 1 号'),
      same('number', '000000190001010009'),
      same('issuer', '某市公安局某区分局'),
      ['validity', '2020-01-02 – 长期', '2020-01-02 – long-term'],
    ]);
  });

  it('of a resident from Hong Kong, Macao or Taiwan have the permit, too', () => {
    expect(linesOf(hkMacaoTaiwanText())).toEqual([
      same('name', '测试乙'),
      ['sex', '男', 'male'],
      same('birth', '1900-01-01'),
      same('address', '某省某市某区某路 2 号'),
      same('number', '810000190001010018'),
      same('issuer', '某市公安局'),
      same('validity', '2020-01-02 – 2025-01-02'),
      same('travel-permit-number', 'H00000000'),
      same('times-issued', '01'),
    ]);
  });

  it('of a foreigner have both names, and are those of the layout', () => {
    expect(linesOf(foreigner2017Text()).map(([name]) => name)).toEqual([
      ...['english-name', 'name', 'sex', 'birth', 'nationality', 'validity', 'number'],
      'card-version',
    ]);
    expect(linesOf(foreigner2023Text())).toEqual(
      expect.arrayContaining([
        same('name', '测试丁'),
        same('english-name', 'TESTPERSON WITH A VERY LONG NAME OF MANY WORDS'),
        same('previous-number', '000'),
      ]),
    );
  });

  it('of an unknown card are its text', () => {
    expect(linesOf(textBlock({ 0: '测试戊', 248: 'Z' }))).toEqual([
      ['text', expect.stringContaining('测试戊'), expect.stringContaining('测试戊')],
    ]);
  });

  it('that are empty are left out', () => {
    const names = linesOf(foreigner2017Text({ 158: '   ' })).map(([name]) => name);
    expect(names).not.toContain('name');
  });

  it('show what they cannot read as it stands', () => {
    const lines = linesOf(residentText({ 30: 'X', 32: '99', 36: '19990231', 204: '20259999' }));
    expect(lines).toEqual(
      expect.arrayContaining([
        same('sex', 'X'),
        same('ethnic-group', '99'),
        same('birth', '19990231'),
        same('validity', '2020-01-02 – 20259999'),
      ]),
    );
  });

  it.each([
    ['0', '未知', 'unknown'],
    ['9', '未说明', 'not specified'],
  ])('say what the sex code %s means', (code, zh, en) => {
    expect(linesOf(residentText({ 30: code }))[1]).toEqual(['sex', zh, en]);
  });
});
