import { describe, expect, it } from 'vitest';
import {
  CompareFacesError,
  compareFacesCatalogue,
  type CompareFacesErrorCode,
} from '../../../main/compare/compare-faces-error.ts';
import { isWitnessError } from '../../../main/errors/witness-error.ts';

const codes = Object.keys(compareFacesCatalogue) as CompareFacesErrorCode[];

describe('the CompareFaces error catalogue', () => {
  it('has the nine codes of the contract with their HTTP statuses', () => {
    const statuses = Object.fromEntries(
      codes.map((code) => [code, compareFacesCatalogue[code].httpStatus]),
    );
    expect(statuses).toEqual({
      'Error.InternalError': 500,
      'InvalidParam.ParamMissing': 403,
      'Error.NoPermissionAccess': 403,
      'Error.CompareFacesError': 500,
      'InvalidParam.ImageTypeEmpty': 400,
      'InvalidParam.FacePicNotGiven': 400,
      'InvalidParam.ImageValuePatternError': 400,
      'InvalidParam.ImageTypeInvalid': 400,
      'Error.NoFaceDetected': 400,
    });
  });

  it('keeps the official spelling of a text programs may compare', () => {
    expect(compareFacesCatalogue['InvalidParam.ParamMissing'].what.en).toBe(
      'Please check if there is param empty in your imput.',
    );
  });

  it('tells an operator in both languages what to do, for every code', () => {
    for (const code of codes) {
      const { sentence, httpStatus } = new CompareFacesError(code);
      const { what, todo } = compareFacesCatalogue[code];
      expect(sentence.en).toBe(`${what.en} ${todo.en}`);
      expect(sentence.zh).toBe(`${what.zh}${todo.zh}`);
      expect(todo.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(httpStatus).toBe(compareFacesCatalogue[code].httpStatus);
    }
  });
});

describe('a CompareFacesError', () => {
  it('says which photograph it is about', () => {
    const error = new CompareFacesError('Error.NoFaceDetected', { which: 'target' });
    expect(error.message).toContain('second photograph (target)');
    expect(error.sentence.zh).toContain('图片2');
    expect(error.data).toEqual({ which: 'target' });
  });

  it('is one of the product’s own errors and keeps its cause', () => {
    const cause = new Error('inner');
    const error = new CompareFacesError('Error.InternalError', {}, { cause });
    expect(isWitnessError(error)).toBe(true);
    expect(error.cause).toBe(cause);
  });
});
