import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { recogniseChipBlock } from '../../../main/photo/chip-block.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { syntheticWlt } from '../../../main/photo/synthetic-wlt.ts';

const block = (start: Uint8Array, length = 1024): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes.set(start);
  return bytes;
};
const webpOf = async (width: number, height: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#c08060' } })
      .webp({ quality: 1 })
      .toBuffer(),
  );
const codeOf = (raw: Uint8Array): string => {
  try {
    recogniseChipBlock(raw);
  } catch (caught) {
    if (caught instanceof PhotoError) return caught.code;
    throw caught;
  }
  return 'none';
};

describe('recogniseChipBlock', () => {
  it('knows a WLT block by its first letters and its size', () => {
    expect(recogniseChipBlock(syntheticWlt())).toEqual({ kind: 'wlt', wlt: syntheticWlt() });
  });

  it('takes from a WebP block as many bytes as its RIFF header says', async () => {
    const webp = await webpOf(102, 126);
    expect(webp.length).toBeLessThan(1024);
    expect(recogniseChipBlock(block(webp))).toEqual({ kind: 'webp', webp });
  });

  it('reads a block that lies inside a larger buffer', () => {
    const reply = new Uint8Array(2000);
    reply.set(syntheticWlt(), 270);
    expect(recogniseChipBlock(reply.subarray(270, 1294)).kind).toBe('wlt');
  });

  it('gives a copy, so that clearing the block does not clear the photo', () => {
    const raw = syntheticWlt();
    const recognised = recogniseChipBlock(raw);
    raw.fill(0);
    expect(recognised).toEqual({ kind: 'wlt', wlt: syntheticWlt() });
  });

  it('reports a card without a photo', () => {
    expect(codeOf(new Uint8Array())).toBe('photo.empty');
    expect(codeOf(new Uint8Array(1024))).toBe('photo.empty');
    expect(codeOf(new Uint8Array(1024).fill(0xff))).toBe('photo.empty');
  });

  it('wrong photo size: reports a block that is not 1,024 bytes long', () => {
    const wlt = syntheticWlt();
    expect(codeOf(wlt.subarray(0, 1023))).toBe('photo.wrong-length');
    expect(codeOf(block(wlt, 1025))).toBe('photo.wrong-length');
  });

  it('wrong photo size: reports a WLT header that states another width or height', () => {
    const wide = syntheticWlt();
    wide[3] = 1;
    const tall = syntheticWlt();
    tall[4] = 127;
    expect(() => recogniseChipBlock(wide)).toThrow('358 × 126 pixels instead of 102 × 126');
    expect(codeOf(tall)).toBe('photo.wrong-size');
  });

  it('wrong photo size: reports a WebP picture of another width or height', async () => {
    expect(codeOf(block(await webpOf(103, 126)))).toBe('photo.wrong-size');
    expect(codeOf(block(await webpOf(102, 125)))).toBe('photo.wrong-size');
  });

  it('photo undecodable: reports a WebP picture that is cut off or has no image chunk', async () => {
    const cutOff = block(await webpOf(102, 126));
    new DataView(cutOff.buffer).setUint32(4, 1017, true);
    expect(codeOf(cutOff)).toBe('photo.webp-damaged');
    const noChunk = block(await webpOf(102, 126));
    noChunk[12] = 0x58;
    expect(codeOf(noChunk)).toBe('photo.webp-damaged');
    const tooShort = block(await webpOf(102, 126));
    new DataView(tooShort.buffer).setUint32(4, 4, true);
    expect(codeOf(tooShort)).toBe('photo.webp-damaged');
  });

  it('photo undecodable: reports a format it does not know', () => {
    expect(codeOf(block(Uint8Array.of(0xff, 0xd8, 0xff)))).toBe('photo.unknown-format');
    expect(codeOf(block(Buffer.from('RIFF....WAVE')))).toBe('photo.unknown-format');
  });

  it('answers any bytes with a block or a PhotoError, and never changes them', () => {
    const starts = [[], [0x57, 0x4c], [0x57, 0x4c, 102, 0, 126, 0], Buffer.from('RIFF')].map(
      (start) => Uint8Array.from(start),
    );
    const webp = (tail: Uint8Array): Uint8Array => {
      const bytes = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8'), tail]);
      bytes.set(tail.subarray(0, 2), 4);
      return bytes;
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 1030 }),
        fc.boolean(),
        (start, tail, isWebp) => {
          const free = isWebp ? webp(tail) : Buffer.concat([start, tail]);
          for (const raw of [new Uint8Array(free), block(free.subarray(0, 1024))]) {
            const before = raw.slice();
            const code = codeOf(raw);
            expect(raw).toEqual(before);
            expect(code).toMatch(/^(none|photo\..+)$/);
          }
        },
      ),
    );
  });
});
