import { describe, expect, it } from 'vitest';
import { parseAdditionalAddresses } from '../../../main/card/additional-address.ts';
import { checkCard } from '../../../main/card/consistency.ts';
import { parseFingerprintHeaders } from '../../../main/card/fingerprint.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { parseSamId } from '../../../main/card/sam-id.ts';
import { parseCardDescription } from '../../../native-bridge/reader-emulator/card-description.ts';
import { encodeCardText } from '../../../native-bridge/reader-emulator/card-text.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { encodeSamId } from '../../../native-bridge/reader-emulator/sam-id.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { undecodablePhoto } from '../../../native-bridge/reader-emulator/undecodable-photo.ts';
import { dump } from './requests.ts';

const at = (text: Uint8Array, offset: number, bytes: number): string =>
  Buffer.from(text.subarray(offset, offset + bytes)).toString('utf16le');

describe('the text of an emulated card', () => {
  it('is read back as the resident card it was made from', () => {
    expect(parseIdCard(encodeCardText(sampleCards.resident))).toMatchObject({
      kind: 'resident',
      name: '测试甲',
      sex: { code: '0', meaning: 'unknown' },
      ethnicGroup: { code: '01' },
      birth: { text: '19000101', iso: '1900-01-01' },
      address: '测试省测试市测试区测试路 1 号',
      number: '000000190001010009',
      issuer: '测试市公安局',
      validity: { from: { iso: '2020-01-01' }, to: { text: '长期' }, longTerm: true },
    });
  });

  it('is read back as the Hong Kong, Macao and Taiwan permit it was made from', () => {
    expect(parseIdCard(encodeCardText(sampleCards['hk-macao-taiwan']))).toMatchObject({
      kind: 'hk-macao-taiwan',
      name: '测试乙',
      sex: { code: '2' },
      address: '测试省测试市测试区测试路 2 号',
      issuer: '测试市公安局',
      travelPermitNumber: 'H00000000',
      timesIssued: '01',
      validity: { to: { iso: '2099-01-01' }, longTerm: false },
    });
  });

  it('is read back as the 2017 foreigner card it was made from', () => {
    expect(parseIdCard(encodeCardText(sampleCards['foreigner-2017']))).toMatchObject({
      kind: 'foreigner-2017',
      englishName: 'TESTER, GAMMA OF THE SYNTHETIC PEOPLE',
      chineseName: '测试丙',
      sex: { code: '1' },
      number: 'XXX000000000000',
      nationality: 'XXX',
      birth: { iso: '1900-01-01' },
      cardVersion: '01',
      acceptingAuthority: '0000',
    });
  });

  it('is read back as the 2023 foreigner card, with the space at the seam of the name', () => {
    const text = encodeCardText(sampleCards['foreigner-2023']);
    expect(parseIdCard(text)).toMatchObject({
      kind: 'foreigner-2023',
      chineseName: '测试丁',
      englishName: 'TESTER, DELTA EPSILON ZETA ETA THE IOTAS KAPPA',
      sex: { code: '9' },
      number: '900000190001010001',
      nationality: 'XXX',
      timesRenewed: '00',
      previousNumberLink: '000',
    });
    expect(at(text, 52, 70)).toBe('TESTER, DELTA EPSILON ZETA ETA THE ');
    expect(at(text, 220, 22)).toBe('IOTAS KAPPA');
  });

  it('carries a type flag that no layout has', () => {
    const card = parseCardDescription({ kind: 'unknown', flag: 'Z', text: 'SOMETHING NEW' });
    const text = encodeCardText(card);
    expect(text).toHaveLength(256);
    expect(parseIdCard(text)).toMatchObject({ kind: 'unknown', flag: 'Z' });
    expect(at(text, 0, 26)).toBe('SOMETHING NEW');
  });

  it.each([
    ['resident', ' '],
    ['hk-macao-taiwan', 'J'],
    ['foreigner-2017', 'I'],
    ['foreigner-2023', 'Y'],
  ] as const)('%s has 256 bytes and the flag "%s" at byte 248', (kind, flag) => {
    const text = encodeCardText(sampleCards[kind]);
    expect(text).toHaveLength(256);
    expect(at(text, 248, 2)).toBe(flag);
  });

  it('is padded with spaces, low byte first', () => {
    const text = encodeCardText(sampleCards.resident);
    expect(dump(text.subarray(0, 12))).toBe('4B 6D D5 8B 32 75 20 00 20 00 20 00');
    expect(at(text, 204, 16)).toBe('长期      ');
  });

  it('keeps a sex code that has no meaning', () => {
    const card = { ...sampleCards.resident, sex: '7' };
    expect(parseIdCard(encodeCardText(card))).toMatchObject({ sex: { code: '7', meaning: null } });
  });

  it('keeps fields of full width apart', () => {
    const file = {
      ...sampleCards.resident,
      ethnicGroup: '99',
      name: '甲'.repeat(15),
      address: '乙'.repeat(35),
      issuer: '丙'.repeat(15),
    };
    expect(parseIdCard(encodeCardText(parseCardDescription(file)))).toMatchObject({
      name: file.name,
      address: file.address,
      issuer: file.issuer,
      number: '000000190001010009',
      ethnicGroup: { code: '99' },
    });
  });
});

describe('the sample cards', () => {
  it.each(Object.values(sampleCards))('of kind $kind gives no cause for a warning', (card) => {
    expect(checkCard(parseIdCard(encodeCardText(card)), '2026-01-01')).toEqual([]);
  });
});

describe('a card file', () => {
  const file = { ...sampleCards.resident };

  it.each([
    ['a name that is too long', { ...file, name: 'x'.repeat(16) }, /^name: /],
    ['a missing field', { kind: 'resident' }, /name: .*; sex: /],
    ['a kind that does not exist', { ...file, kind: 'passport' }, /^kind: /],
    ['a field it does not have', { ...file, nationality: 'XXX' }, /nationality/],
    ['a validity without an end', { ...file, validity: { from: '20200101' } }, /^validity\.to: /],
    [
      'five additional addresses',
      { ...file, additionalAddresses: Array(5).fill('x') },
      /^additionalAddresses: /,
    ],
    ['three fingerprints', { ...file, fingerprints: 3 }, /^fingerprints: /],
    ['a short management number', { ...file, managementNumber: '00' }, /56 hexadecimal digits/],
    ['nothing', undefined, /./],
    ['text', 'resident', /./],
  ])('with %s is refused, naming the field and not what it says', (_, bad, reason) => {
    const error = expect.objectContaining({
      code: 'emulator.bad-card',
      data: { reason: expect.stringMatching(reason) as string },
      message: expect.not.stringContaining('测试') as string,
    }) as Error;
    expect(() => parseCardDescription(bad)).toThrow(error);
  });

  it('gets its defaults', () => {
    expect(sampleCards.resident).toMatchObject({ additionalAddresses: [], fingerprints: 0 });
  });
});

describe('an emulated card', () => {
  it('carries additional addresses in records of 70 bytes', () => {
    const additionalAddresses = ['测试路 1 号', '', '测试路 3 号 ', 'x'.repeat(35)];
    const card = makeCard({ ...sampleCards.resident, additionalAddresses });
    expect(card.additionalAddresses).toHaveLength(280);
    expect(parseAdditionalAddresses(card.additionalAddresses)).toEqual([
      '测试路 1 号',
      '测试路 3 号',
      'x'.repeat(35),
    ]);
  });

  it('carries fingerprint records with a public head and nothing of a finger', () => {
    const { fingerprints } = makeCard({ ...sampleCards.resident, fingerprints: 2 });
    expect(fingerprints).toHaveLength(1024);
    expect(parseFingerprintHeaders(fingerprints)).toMatchObject([
      { result: 'registered', finger: 'right-thumb', quality: 80 },
      { result: 'registered', finger: 'right-index', quality: 80 },
    ]);
    expect(fingerprints.subarray(7, 512).every((byte) => byte === 0)).toBe(true);
  });

  it('carries an undecodable photo unless it is given one', () => {
    expect(makeCard(sampleCards.resident).photo).toEqual(undecodablePhoto());
    const photo = new Uint8Array(1024).fill(1);
    expect(makeCard(sampleCards.resident, photo).photo).toEqual(photo);
  });

  it('refuses a photo of another size', () => {
    expect(() => makeCard(sampleCards.resident, new Uint8Array(1023))).toThrow(
      expect.objectContaining({
        code: 'emulator.wrong-photo-size',
        data: { bytes: 1023, expected: 1024 },
      }),
    );
  });
});

describe('a SAM id', () => {
  it.each(['05.03-20200102-0001234567-0890123456', '65535.65535-00000000-4294967295-4294967295'])(
    '%s is packed as main/card unpacks it',
    (text) => {
      expect(parseSamId(encodeSamId(text)).text).toBe(text);
    },
  );

  it.each([
    '',
    '05.03-20200102-0001234567',
    '05.03-20200102-0001234567-4294967296',
    '65536.03-20200102-0001234567-0890123456',
    'x5.03-20200102-0001234567-0890123456',
  ])('"%s" is refused', (text) => {
    expect(() => encodeSamId(text)).toThrow(
      expect.objectContaining({ code: 'emulator.bad-sam-id' }),
    );
  });
});
