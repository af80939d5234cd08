import { describe, expect, it } from 'vitest';
import {
  checkCompareRequest,
  type UncheckedCompareRequest,
} from '../../../main/compare/compare-request.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';

const image = Uint8Array.of(1, 2, 3);
const face = { type: 'FacePic', image };
const chip = { type: 'IDPic', image };

const refusalOf = (request: UncheckedCompareRequest): unknown => {
  try {
    checkCompareRequest(request);
  } catch (error) {
    if (error instanceof CompareFacesError) return [error.code, error.data['which']];
    throw error;
  }
  return 'accepted';
};

describe('checking a CompareFaces request', () => {
  it.each([
    [face, face],
    [chip, face],
    [face, chip],
  ])('accepts two photographs of which at least one is a FacePic', (source, target) => {
    expect(checkCompareRequest({ source, target })).toEqual({ source, target });
  });

  it('refuses two card photos', () => {
    expect(refusalOf({ source: chip, target: chip })).toEqual([
      'InvalidParam.FacePicNotGiven',
      undefined,
    ]);
  });

  it.each([undefined, null])('refuses a missing photograph (%s)', (missing) => {
    expect(refusalOf({ source: missing, target: face })).toEqual([
      'InvalidParam.ParamMissing',
      'source',
    ]);
  });

  it.each([undefined, null, '', new Uint8Array()])('refuses an empty photograph', (empty) => {
    expect(refusalOf({ source: face, target: { type: 'FacePic', image: empty } })).toEqual([
      'InvalidParam.ParamMissing',
      'target',
    ]);
  });

  it.each([undefined, null, ''])('refuses an empty type (%j)', (type) => {
    expect(refusalOf({ source: face, target: { type, image } })).toEqual([
      'InvalidParam.ImageTypeEmpty',
      'target',
    ]);
  });

  it.each(['facepic', 'Photo', 7, {}])('refuses an unknown type (%j)', (type) => {
    expect(refusalOf({ source: { type, image }, target: face })).toEqual([
      'InvalidParam.ImageTypeInvalid',
      'source',
    ]);
  });

  it('says that a type is unknown rather than that no FacePic was given', () => {
    expect(refusalOf({ source: { type: 'Photo', image }, target: chip })).toEqual([
      'InvalidParam.ImageTypeInvalid',
      'source',
    ]);
  });

  it('refuses a photograph that is not bytes', () => {
    const path = { type: 'FacePic', image: 'C:\\guest.jpg' };
    expect(refusalOf({ source: chip, target: path })).toEqual([
      'InvalidParam.ImageValuePatternError',
      'target',
    ]);
  });
});

describe('checking further frames', () => {
  const further = { image, quality: 0.5 };
  const requestWith = (
    moment: UncheckedCompareRequest['moment'],
    target: UncheckedCompareRequest['target'] = face,
  ): UncheckedCompareRequest => ({ source: face, target, moment });

  it('accepts a few, and none', () => {
    const four = [further, further, further, further];
    for (const furtherFrames of [four, []]) {
      const moment = { quality: 1, furtherFrames };
      expect(checkCompareRequest(requestWith(moment)).moment).toEqual(moment);
    }
  });

  it('refuses those of a card photo: it is one picture', () => {
    const moment = { quality: 1, furtherFrames: [further] };
    expect(refusalOf(requestWith(moment, chip))).toEqual([
      'InvalidParam.ImageTypeInvalid',
      'target',
    ]);
  });

  it('refuses one that is empty, or is not bytes', () => {
    const empty = { ...further, image: new Uint8Array() };
    expect(refusalOf(requestWith({ quality: 1, furtherFrames: [empty] }))).toEqual([
      'InvalidParam.ParamMissing',
      'target',
    ]);
    const path = { ...further, image: 'guest.jpg' as unknown as Uint8Array };
    expect(refusalOf(requestWith({ quality: 1, furtherFrames: [further, path] }))).toEqual([
      'InvalidParam.ImageValuePatternError',
      'target',
    ]);
  });

  it.each([-0.1, 1.1, NaN, Infinity])(
    'refuses a quality of %d, as a mistake of ours',
    (quality) => {
      const ofFrame = { quality: 1, furtherFrames: [{ image, quality }] };
      const ofTarget = { quality, furtherFrames: [] };
      for (const moment of [ofFrame, ofTarget])
        expect(() => checkCompareRequest(requestWith(moment))).toThrow(RangeError);
    },
  );

  it('refuses more than four, as a mistake of ours', () => {
    const furtherFrames = Array.from({ length: 5 }, () => further);
    expect(() => checkCompareRequest(requestWith({ quality: 1, furtherFrames }))).toThrow(
      RangeError,
    );
  });
});
