import { describe, expect, test } from 'vitest';
import {
  isTencentCode,
  kindOfTencentCode,
  tencentCodes,
  tencentEntry,
} from '../../../main/cloud/tencent-codes.ts';
import { TencentError } from '../../../main/cloud/tencent-error.ts';

/** The table of the operation's page, and then what later editions add. */
const table = [
  ...[3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 21, 23, 107, 108, 213],
  ...[-1101, -1102, -1103, -1104, -1105, -1106, -1107, -1108, -1109, -1200],
  ...[-1300, -1301, -1302, -1303, -1304, -1305, -1306, -1307, -1308, -1309, -1310, -1311, -1312],
  ...[-1400, -1403],
  ...[16, 24, 25, -1313],
].map(String);

describe('the catalogue', () => {
  test('has every code of the page and of its later editions, and the account that was stopped', () => {
    expect([...tencentCodes].sort()).toEqual([...table, 'account-stopped'].sort());
  });

  test.each(tencentCodes)('%s has a sentence in both languages that says what to do', (code) => {
    const { what, todo } = tencentEntry(code);
    for (const { en, zh } of [what, todo]) {
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    }
    expect(what.en).toContain(code);
    expect(what.zh).toContain(code);
    expect(new TencentError(code).code).toBe(`cloud.tencent.${code}`);
  });

  test('knows no other code', () => {
    for (const code of ['0', '1', '200', '-1', 'toString']) expect(isTencentCode(code)).toBe(false);
  });

  test('tells what may pass by itself from what somebody has to settle', () => {
    const ofKind = (kind: string) =>
      tencentCodes.filter((code) => kindOfTencentCode(code) === kind);
    expect(ofKind('service')).toEqual(['107', '108', '213']);
    expect(ofKind('throttled')).toEqual(['15']);
    expect(ofKind('clock')).toEqual(['9']);
    expect(ofKind('key')).toEqual(['4', '5', '6', '10', '11', '12', '14']);
    expect(ofKind('account')).toEqual(['24', '25', 'account-stopped']);
  });
});

test('an error names the photograph at fault in its sentence', () => {
  const { sentence, data } = new TencentError('-1102', { which: 'target' });
  expect(sentence.en).toContain('the second photograph (target)');
  expect(sentence.zh).toContain('图片2（target）');
  expect(data).toEqual({ which: 'target' });
});
