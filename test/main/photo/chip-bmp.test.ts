import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChipBmp, encodeChipBmp } from '../../../main/photo/chip-bmp.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import {
  firstDifference,
  knownPixel,
  knownRgb,
  rgbOfBmp,
} from '../../native-bridge/photo-decoder/known-picture.ts';

const codeOf = (bmp: Uint8Array): string => {
  try {
    decodeChipBmp(bmp);
  } catch (caught) {
    if (caught instanceof PhotoError) return caught.code;
    throw caught;
  }
  return 'none';
};
const changed = (change: (view: DataView) => void): Uint8Array => {
  const bmp = encodeChipBmp(knownRgb(5));
  change(new DataView(bmp.buffer));
  return bmp;
};

describe('encodeChipBmp', () => {
  it('writes 38,862 bytes: header, then rows from the bottom, B, G, R, stride 308', () => {
    const bmp = encodeChipBmp(knownRgb(5));
    expect(bmp.length).toBe(38_862);
    const view = new DataView(bmp.buffer);
    expect(String.fromCharCode(view.getUint8(0), view.getUint8(1))).toBe('BM');
    expect(view.getUint32(2, true)).toBe(38_862);
    expect(view.getUint32(10, true)).toBe(54);
    expect(view.getUint32(14, true)).toBe(40);
    expect([view.getInt32(18, true), view.getInt32(22, true)]).toEqual([102, 126]);
    expect([view.getUint16(26, true), view.getUint16(28, true)]).toEqual([1, 24]);
    expect([view.getUint32(30, true), view.getUint32(34, true)]).toEqual([0, 38_808]);
    const bottomLeft = [...bmp.subarray(54, 57)].reverse();
    expect(bottomLeft).toEqual(knownPixel(0, 125, 5));
    const secondRow = [...bmp.subarray(54 + 308, 57 + 308)].reverse();
    expect(secondRow).toEqual(knownPixel(0, 124, 5));
    expect([...bmp.subarray(54 + 306, 54 + 308)]).toEqual([0, 0]);
    expect(firstDifference(rgbOfBmp(bmp), knownRgb(5))).toBe(-1);
  });

  it('is read back pixel by pixel, whatever the picture', () => {
    const picture = fc
      .tuple(fc.uint8Array({ minLength: 97, maxLength: 97 }), fc.nat(255))
      .map(([tile, step]) =>
        Uint8Array.from({ length: 38_556 }, (_, i) => tile[i % 97]! + step * (i % 7)),
      );
    fc.assert(
      fc.property(picture, (rgb) => {
        expect(firstDifference(decodeChipBmp(encodeChipBmp(rgb)), rgb)).toBe(-1);
      }),
      { numRuns: 20 },
    );
  });
});

describe('decodeChipBmp', () => {
  it('turns a BMP that is stored from the top', () => {
    const fromTop = changed((view) => {
      view.setInt32(22, -126, true);
    });
    const rgb = decodeChipBmp(fromTop);
    expect([...rgb.subarray(0, 3)]).toEqual(knownPixel(0, 125, 5));
    expect([...rgb.subarray(-3)]).toEqual(knownPixel(101, 0, 5));
  });

  it('does not mind a wrong file length in the header or rubbish in the padding', () => {
    const odd = changed((view) => {
      view.setUint32(2, 0, true);
      view.setUint32(34, 0xffffffff, true);
      view.setUint16(54 + 306, 0xaa55, true);
    });
    expect(firstDifference(decodeChipBmp(odd), knownRgb(5))).toBe(-1);
  });

  it('wrong photo size: reports a file that is longer, shorter or empty', () => {
    const bmp = encodeChipBmp(knownRgb(5));
    expect(codeOf(bmp.subarray(0, 38_861))).toBe('photo.wrong-output-length');
    expect(codeOf(new Uint8Array(38_864))).toBe('photo.wrong-output-length');
    expect(codeOf(new Uint8Array())).toBe('photo.no-output');
  });

  it.each([
    ['no BMP signature', 0, 0],
    ['another start of the pixels', 10, 58],
    ['another width', 18, 126],
    ['another height', 22, 102],
    ['a palette', 28, 8],
    ['compression', 30, 1],
  ])('wrong photo size: reports a header with %s', (_what, offset, value) => {
    const odd = changed((view) => {
      view.setUint8(offset, value);
    });
    expect(codeOf(odd)).toBe('photo.wrong-output-format');
  });
});
