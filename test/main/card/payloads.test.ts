import { describe, expect, it } from 'vitest';
import { parseAdditionalAddresses } from '../../../main/card/additional-address.ts';
import { splitBaseInfo } from '../../../main/card/base-info.ts';
import { parseFingerprintHeaders } from '../../../main/card/fingerprint.ts';
import { FrameParser } from '../../../main/card/frame-parser.ts';
import { encodeFrame } from '../../../main/card/frame.ts';
import { parseManagementNumber } from '../../../main/card/management-number.ts';
import { parseReply } from '../../../main/card/reply.ts';
import { parseSamId } from '../../../main/card/sam-id.ts';
import * as cards from './synthetic-cards.ts';
import { hex } from './hex.ts';

const replyOf = (frame: string) => {
  const [body] = new FrameParser().push(hex(frame));
  return body && parseReply(body);
};

describe('fixed short replies (reader protocol §1.4)', () => {
  it.each([
    ['generic OK', 'AA AA AA 96 69 00 04 00 00 90 94', 0x90, 0],
    ['card found', 'AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97', 0x9f, 4],
    ['no card', 'AA AA AA 96 69 00 04 00 00 80 84', 0x80, 0],
    ['card selected', 'AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C', 0x90, 8],
    ['select failed', 'AA AA AA 96 69 00 04 00 00 81 85', 0x81, 0],
    ['read failed', 'AA AA AA 96 69 00 04 00 00 41 45', 0x41, 0],
    ['no such item', 'AA AA AA 96 69 00 04 00 00 91 95', 0x91, 0],
    ['self-test failed', 'AA AA AA 96 69 00 04 00 00 60 64', 0x60, 0],
    ['not authorised', 'AA AA AA 96 69 00 04 00 00 66 62', 0x66, 0],
  ])('%s', (_name, frame, sw3, bytes) => {
    expect(replyOf(frame)).toMatchObject({ sw1: 0, sw2: 0, sw3, payload: { length: bytes } });
  });

  it('a body that is too short is no reply', () => {
    expect(parseReply(hex('00 90'))).toBeNull();
  });
});

describe('SAM id', () => {
  it('reads the example of the protocol', () => {
    const reply = replyOf(
      'AA AA AA 96 69 00 14 00 00 90 05 00 03 00 A6 3A 34 01 87 D6 12 00 C0 34 0E 35 A7',
    );
    expect(parseSamId(reply!.payload)).toEqual({
      text: '05.03-20200102-0001234567-0890123456',
      maker: 5,
      second: 3,
      date: 20_200_102,
      serial: [1_234_567, 890_123_456],
    });
  });

  it('is unsigned, and pads to ten digits', () => {
    const bytes = hex('00 01 FF FF 00 00 00 00 00 00 00 00 FF FF FF FF');
    expect(parseSamId(bytes).text).toBe('256.65535-00000000-0000000000-4294967295');
  });

  it('refuses another size', () => {
    expect(() => parseSamId(new Uint8Array(15))).toThrow(
      expect.objectContaining({ code: 'reader.unexpected-reply' }),
    );
  });
});

describe('splitBaseInfo', () => {
  const text = cards.residentText();
  const photo = cards.chipPhoto();

  it.each([
    ['1295 bytes: text and photo', undefined, 1295, 0],
    ['1297 bytes: header of three lengths, no fingerprints', new Uint8Array(0), 1297, 0],
    ['1809 bytes: one fingerprint', new Uint8Array(512), 1809, 512],
    ['2321 bytes: two fingerprints', new Uint8Array(1024), 2321, 1024],
  ])('%s', (_name, prints, frameSize, printsSize) => {
    const payload = cards.baseInfo(text, photo, prints);
    expect(encodeFrame(Uint8Array.of(0, 0, 0x90, ...payload))).toHaveLength(frameSize);
    const split = splitBaseInfo(payload);
    expect(split.text).toEqual(text);
    expect(split.photo).toEqual(photo);
    expect(split.fingerprints).toHaveLength(printsSize);
  });

  it.each([0, 1000, 1025, 2000])('wrong photo size: honours a length of %d', (size) => {
    const odd = cards.chipPhoto(size);
    expect(splitBaseInfo(cards.baseInfo(text, odd)).photo).toEqual(odd);
    expect(splitBaseInfo(cards.baseInfo(text, odd, new Uint8Array(512))).photo).toEqual(odd);
  });

  it.each([
    ['one byte too few', (payload: Uint8Array) => payload.subarray(0, -1)],
    ['one byte too many', (payload: Uint8Array) => Uint8Array.of(...payload, 0)],
    ['little-endian lengths', (payload: Uint8Array) => payload.with(0, 0).with(1, 1)],
    ['nothing', () => new Uint8Array(0)],
    ['three bytes', () => new Uint8Array(3)],
  ])('wrong length: refuses %s', (_name, damage) => {
    expect(() => splitBaseInfo(damage(cards.baseInfo(text, photo)))).toThrow(
      expect.objectContaining({ code: 'reader.wrong-lengths' }),
    );
  });
});

describe('parseFingerprintHeaders', () => {
  it('reads two records', () => {
    const common = { algorithmVersion: 2, scanner: 3, developer: 4 };
    expect(parseFingerprintHeaders(cards.fingerprints())).toEqual([
      { ...common, result: 'registered', finger: 'right-thumb', quality: 90 },
      { ...common, result: 'not-registered', finger: 'left-index', quality: null },
    ]);
  });

  it.each([
    [0x0f, 'right-little'],
    [0x10, 'left-thumb'],
    [0x14, 'left-little'],
    [0x61, 'right-uncertain'],
    [0x63, 'other-uncertain'],
    [0x15, null],
  ])('names position %i', (position, finger) => {
    const block = cards.fingerprints().subarray(0, 512);
    block[5] = position;
    expect(parseFingerprintHeaders(block)).toMatchObject([{ finger }]);
  });

  it('skips records without the mark, and a rest that is no record', () => {
    expect(parseFingerprintHeaders(new Uint8Array(1024))).toEqual([]);
    expect(parseFingerprintHeaders(cards.fingerprints().subarray(0, 511))).toEqual([]);
  });
});

describe('parseManagementNumber', () => {
  it('splits the usual 28 bytes', () => {
    const bytes = Uint8Array.from({ length: 28 }, (_, index) => index);
    expect(parseManagementNumber(bytes).parts).toEqual({
      issuer: '00010203',
      serial: '0405060708090A0B',
      card: '0C0D0E0F101112131415161718191A1B',
    });
  });

  it.each([8, 32])('keeps %d bytes whole', (size) => {
    const number = parseManagementNumber(new Uint8Array(size).fill(0xab));
    expect(number).toEqual({ text: 'AB'.repeat(size), parts: null });
  });
});

describe('parseAdditionalAddresses', () => {
  const record = (address: string): Uint8Array => cards.textBlock({ 0: address }).subarray(0, 70);

  it('reads up to four records and skips blank ones', () => {
    const bytes = [record('甲 路 1 号'), record(''), record('乙路'), record('')].flatMap((r) => [
      ...r,
    ]);
    expect(parseAdditionalAddresses(Uint8Array.from(bytes))).toEqual(['甲 路 1 号', '乙路']);
  });

  it('reads one record, and none', () => {
    expect(parseAdditionalAddresses(record('甲路'))).toEqual(['甲路']);
    expect(parseAdditionalAddresses(new Uint8Array(0))).toEqual([]);
  });
});
