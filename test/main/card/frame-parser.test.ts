import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameParser, type Discard } from '../../../main/card/frame-parser.ts';
import { encodeFrame, preamble } from '../../../main/card/frame.ts';
import { hex } from './hex.ts';

const good = hex('AA AA AA 96 69 00 04 00 00 90 94');
const found = hex('AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97');
const body = hex('00 00 90');
const concat = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((p) => [...p]));

describe('FrameParser', () => {
  it('takes a frame in one piece', () => {
    expect(new FrameParser().push(good)).toEqual([body]);
  });

  it('one byte at a time', () => {
    const parser = new FrameParser();
    const bodies = [...found].flatMap((byte) => parser.push(Uint8Array.of(byte)));
    expect(bodies).toEqual([hex('00 00 9F 00 00 00 00')]);
    expect(parser.counters).toMatchObject({ frames: 1, discardedBytes: 0 });
  });

  it('two frames glued', () => {
    expect(new FrameParser().push(concat(good, found))).toEqual([
      body,
      hex('00 00 9F 00 00 00 00'),
    ]);
  });

  it('garbage before header', () => {
    const discards: Discard[] = [];
    const parser = new FrameParser({ onDiscard: (discard) => discards.push(discard) });
    expect(parser.push(concat(hex('FF 00 AA 96 69 00'), good))).toEqual([body]);
    expect(discards).toEqual([{ reason: 'noise', bytes: 6 }]);
    expect(parser.counters).toMatchObject({ frames: 1, discardedBytes: 6 });
  });

  it('finds the preamble behind extra AA bytes', () => {
    expect(new FrameParser().push(concat(hex('AA AA AA AA'), good))).toEqual([body]);
  });

  it('a stray 00 inside the preamble loses that frame and no other', () => {
    const damaged = hex('AA 00 AA AA 96 69 00 04 00 00 90 94');
    const parser = new FrameParser();
    expect(parser.push(concat(damaged, good))).toEqual([body]);
    expect(parser.counters.discardedBytes).toBe(damaged.length);
  });

  it('bad checksum', () => {
    const parser = new FrameParser();
    expect(parser.push(hex('AA AA AA 96 69 00 04 00 00 90 95'))).toEqual([]);
    expect(parser.push(good)).toEqual([body]);
    expect(parser.counters).toMatchObject({ frames: 1, badChecksums: 1, discardedBytes: 11 });
  });

  it('bad checksum: recovers a frame that lies inside the rejected bytes', () => {
    const swallowing = concat(preamble, hex('00 14 00 00'), good, hex('00 00 00 00 00 00 00'));
    const parser = new FrameParser();
    expect(parser.push(swallowing)).toEqual([body]);
    expect(parser.counters.badChecksums).toBe(1);
  });

  it.each([
    ['below the minimum', '00 02'],
    ['zero', '00 00'],
    ['above the cap', '10 01'],
    ['the largest number', 'FF FF'],
  ])('wrong length, %s: goes on at the next preamble', (_name, length) => {
    const parser = new FrameParser();
    expect(parser.push(concat(preamble, hex(length), good))).toEqual([body]);
    expect(parser.counters.badLengths).toBe(1);
  });

  it('refuses LEN 3 when told that only replies come', () => {
    const request = encodeFrame(hex('20 01'));
    expect(new FrameParser({ minimumLength: 4 }).push(request)).toEqual([]);
    expect(new FrameParser().push(request)).toEqual([hex('20 01')]);
  });

  it('trusts LEN inside a frame: a payload may contain the preamble', () => {
    const tricky = concat(hex('00 00 90'), good, preamble);
    expect(new FrameParser().push(encodeFrame(tricky))).toEqual([tricky]);
  });

  it('truncated: keeps waiting, and abandon gives the frame behind it', () => {
    const truncated = encodeFrame(new Uint8Array(1287)).subarray(0, 400);
    const parser = new FrameParser();
    expect(parser.push(concat(truncated, good))).toEqual([]);
    expect(parser.pending).toBe(true);
    expect(parser.abandon()).toEqual([body]);
    expect(parser.pending).toBe(false);
    expect(parser.counters).toMatchObject({ abandoned: 1, frames: 1, discardedBytes: 400 });
  });

  it('abandons one header after another when several are bogus', () => {
    const parser = new FrameParser();
    parser.push(concat(preamble, hex('0F FF'), preamble, hex('0F FE'), good));
    expect(parser.abandon()).toEqual([]);
    expect(parser.pending).toBe(true);
    expect(parser.abandon()).toEqual([body]);
  });

  it('reset forgets what is held', () => {
    const parser = new FrameParser();
    parser.push(good.subarray(0, 8));
    parser.reset();
    expect(parser.pending).toBe(false);
    expect(parser.push(good.subarray(8))).toEqual([]);
    expect(parser.push(good)).toEqual([body]);
  });

  it('returns bodies that later bytes do not overwrite', () => {
    const parser = new FrameParser();
    const [first] = parser.push(good);
    parser.push(found);
    expect(first).toEqual(body);
  });

  it('a million random bytes with valid frames among them: every frame is recovered', () => {
    const random = mulberry32(20_260_101);
    const randomBytes = (length: number): Uint8Array =>
      Uint8Array.from({ length }, () => Math.floor(random() * 256));
    const parser = new FrameParser();
    let sent = 0;
    let noise = 0;
    for (let turn = 0; sent < 1_000_000; turn += 1) {
      const junk = randomBytes(1 + Math.floor(random() * 500));
      const frame = randomBytes(3 + (turn % 1300));
      expect(parser.push(concat(junk, encodeFrame(frame)))).toEqual([frame]);
      sent += junk.length + frame.length + 8;
      noise += junk.length;
    }
    expect(parser.counters.discardedBytes).toBe(noise);
  });

  it('survives 200,000 bytes of the worst noise: nothing but headers', () => {
    const parser = new FrameParser();
    const headers = new Uint8Array(200_000);
    for (let at = 0; at + 7 <= headers.length; at += 7) headers.set(hex('AAAAAA96690FF0'), at);
    parser.push(headers);
    while (parser.pending) parser.abandon();
    expect(parser.push(good)).toEqual([body]);
  });

  const bodies = fc.uint8Array({ minLength: 3, maxLength: 1300 });
  const noise = fc.uint8Array({ maxLength: 64 });
  const bogusHeader = fc
    .integer({ min: 0, max: 0xffff })
    .map((length) => concat(preamble, Uint8Array.of(length >> 8, length & 0xff)));

  it('recovers every frame among noise, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(noise, bodies), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 }),
        (parts, cuts) => {
          const stream = concat(...parts.flatMap(([junk, frame]) => [junk, encodeFrame(frame)]));
          const parser = new FrameParser();
          const out: Uint8Array[] = [];
          for (let at = 0, turn = 0; at < stream.length; turn += 1) {
            const size = cuts[turn % cuts.length]!;
            out.push(...parser.push(stream.subarray(at, at + size)));
            at += size;
          }
          expect(out).toEqual(parts.map(([, frame]) => frame));
          expect(parser.counters.discardedBytes).toBe(
            parts.reduce((sum, [junk]) => sum + junk.length, 0),
          );
        },
      ),
    );
  });

  it('recovers the frame behind bogus headers of any length, at the latest when they are abandoned', () => {
    fc.assert(
      fc.property(fc.array(bogusHeader, { maxLength: 4 }), bodies, (headers, frame) => {
        const parser = new FrameParser();
        const out = parser.push(concat(...headers, encodeFrame(frame)));
        while (parser.pending) out.push(...parser.abandon());
        const swallowed = headers.some((header) => accidentallyValid(header, headers, frame));
        if (!swallowed) expect(out).toEqual([frame]);
      }),
    );
  });

  it('accounts for every byte, whatever arrives: delivered, discarded, or a held start', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, bogusHeader), { maxLength: 50 }), (chunks) => {
        const parser = new FrameParser();
        const out = chunks.flatMap((chunk) => parser.push(chunk));
        while (parser.pending) out.push(...parser.abandon());
        const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
        const delivered = out.reduce((sum, one) => sum + one.length + 8, 0);
        const held = total - delivered - parser.counters.discardedBytes;
        expect(held).toBeGreaterThanOrEqual(0);
        expect(held).toBeLessThan(preamble.length);
      }),
    );
  });
});

/** Whether a bogus header happens to enclose bytes whose XOR fits: then it is a frame by all rules. */
const accidentallyValid = (
  header: Uint8Array,
  headers: readonly Uint8Array[],
  frame: Uint8Array,
): boolean => {
  const stream = concat(...headers, encodeFrame(frame));
  const at = headers.slice(0, headers.indexOf(header)).reduce((sum, one) => sum + one.length, 0);
  const length = (header[5]! << 8) | header[6]!;
  const checked = stream.subarray(at + 5, at + 7 + length);
  return checked.length === length + 2 && checked.reduce((sum, byte) => sum ^ byte, 0) === 0;
};

/** A small generator with a seed, so that the million bytes are the same in every run. */
const mulberry32 = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
