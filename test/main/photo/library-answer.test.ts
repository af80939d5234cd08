import { describe, expect, it } from 'vitest';
import { bmpOfAnswer } from '../../../main/photo/library-answer.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import type { LibraryAnswer } from '../../../native-bridge/photo-decoder/decoder-contract.ts';
import { encodeChipBmp } from '../../../main/photo/chip-bmp.ts';
import {
  firstDifference,
  knownRgb,
  rgbOfBmp,
} from '../../native-bridge/photo-decoder/known-picture.ts';
import { librarySettings } from './library-settings.ts';

const called = (code: number, output: Uint8Array): LibraryAnswer => ({
  step: 'called',
  code,
  output,
  outputLength: output.length,
});
const errorOf = (answer: LibraryAnswer, settings: Parameters<typeof librarySettings>[0]) => {
  try {
    bmpOfAnswer(answer, librarySettings(settings));
  } catch (caught) {
    if (caught instanceof PhotoError) return caught;
    throw caught;
  }
  throw new Error('the answer was accepted');
};
const bmp = encodeChipBmp(knownRgb(9));

describe('bmpOfAnswer', () => {
  it('turns raw pixels into a BMP as the settings say', () => {
    const settings = librarySettings({ shape: 'unpack', channelOrder: 'BGR' });
    const blueFirst = knownRgb(9);
    for (let i = 0; i < blueFirst.length; i += 3) blueFirst.subarray(i, i + 3).reverse();
    expect(firstDifference(bmpOfAnswer(called(1, blueFirst), settings), bmp)).toBe(-1);
  });

  it('takes pixels or a BMP from the wlt2Bmp shape, by their length', () => {
    const settings = librarySettings({ shape: 'wlt2Bmp' });
    expect(firstDifference(bmpOfAnswer(called(1, knownRgb(9)), settings), bmp)).toBe(-1);
    expect(firstDifference(bmpOfAnswer(called(1, bmp), settings), bmp)).toBe(-1);
  });

  it('writes headers and padding anew', () => {
    const untidy = bmp.slice();
    untidy.fill(0xaa, 54 + 306, 54 + 308);
    untidy.fill(0xaa, 46, 54);
    const tidied = bmpOfAnswer(called(1, untidy), librarySettings({ shape: 'dewlt' }));
    expect(firstDifference(tidied, bmp)).toBe(-1);
    expect(firstDifference(rgbOfBmp(tidied), knownRgb(9))).toBe(-1);
  });

  it('takes 0 for success of the Huaxu shape and 1 for the others', () => {
    expect(() =>
      bmpOfAnswer(called(0, bmp), librarySettings({ shape: 'Huaxu_Wlt2Bmp' })),
    ).not.toThrow();
    expect(errorOf(called(1, bmp), { shape: 'Huaxu_Wlt2Bmp' }).code).toBe('photo.decoder-refused');
    expect(errorOf(called(0, bmp), { shape: 'dewlt' }).code).toBe('photo.decoder-refused');
  });

  it('takes any code that is not negative where the settings say so', () => {
    const settings = { shape: 'dewlt', success: 'non-negative' } as const;
    expect(() => bmpOfAnswer(called(0, bmp), librarySettings(settings))).not.toThrow();
    expect(() => bmpOfAnswer(called(7, bmp), librarySettings(settings))).not.toThrow();
    expect(errorOf(called(-1, bmp), settings)).toMatchObject({ data: { code: -1 } });
  });

  it.each([
    [0, 'photo.get-bmp-no-sdtapi', 'sdtapi.dll'],
    [-1, 'photo.get-bmp-undecodable', 'could not decode'],
    [-2, 'photo.get-bmp-wrong-suffix', '.wlt'],
    [-3, 'photo.get-bmp-cannot-open', 'could not open'],
    [-4, 'photo.get-bmp-wrong-format', 'does not recognise'],
    [-5, 'photo.get-bmp-not-licensed', 'not licensed'],
    [-6, 'photo.get-bmp-no-reader', 'could not reach the reader'],
    [-7, 'photo.decoder-refused', 'return code -7'],
    [2, 'photo.decoder-refused', 'return code 2'],
  ])('explains return code %i of GetBmp', (code, expected, words) => {
    const error = errorOf(called(code, bmp), { shape: 'GetBmp' });
    expect(error.code).toBe(expected);
    expect(error.message).toContain(words);
    expect(error.data).toEqual({ code });
  });

  it('does not read the codes of GetBmp into those of another shape', () => {
    expect(errorOf(called(-5, bmp), { shape: 'dewlt' }).code).toBe('photo.decoder-refused');
  });

  it('wrong photo size: refuses what has not the length of its shape', () => {
    const tooLong = errorOf(called(1, new Uint8Array(38_557)), { shape: 'unpack' });
    expect(tooLong).toMatchObject({
      code: 'photo.wrong-output-length',
      data: { length: 38_557, expected: [38_556] },
    });
    expect(errorOf(called(1, bmp), { shape: 'unpack' }).code).toBe('photo.wrong-output-length');
    expect(errorOf(called(1, knownRgb(9)), { shape: 'GetBmp' }).code).toBe(
      'photo.wrong-output-length',
    );
    expect(errorOf(called(1, new Uint8Array()), { shape: 'dewlt' }).code).toBe('photo.no-output');
  });

  it('says which library could not be loaded, for which program, and why', () => {
    const answer = { step: 'not-loaded', reason: 'wrong ELF class: ELFCLASS32' } as const;
    const { code, message } = errorOf(answer, { shape: 'dewlt', path: '/opt/x.so' });
    expect(code).toBe('photo.library-not-loaded');
    expect(message).toContain('/opt/x.so');
    expect(message).toContain(process.arch);
    expect(message).toContain('ELFCLASS32');
  });

  it('says which function is missing', () => {
    const error = errorOf({ step: 'no-symbol', reason: '' }, { shape: 'dewlt', symbol: 'dewltx' });
    expect(error).toMatchObject({ code: 'photo.symbol-not-found', data: { symbol: 'dewltx' } });
  });
});
