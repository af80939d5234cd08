import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacterOf,
  isForeignerNumber2017,
  isValidIdNumber,
  parseIdNumber,
} from '../../../main/card/id-number.ts';

const validNumbers = ['000000190001010009', '900000190001010001'];

describe('ID number (GB 11643)', () => {
  it.each(validNumbers)('accepts %s', (number) => {
    expect(isValidIdNumber(number)).toBe(true);
  });

  it.each(validNumbers)('refuses %s with any one digit changed', (number) => {
    for (let at = 0; at < number.length; at += 1) {
      for (const digit of '0123456789X') {
        if (digit === number[at]) continue;
        const changed = number.slice(0, at) + digit + number.slice(at + 1);
        expect(isValidIdNumber(changed), changed).toBe(false);
      }
    }
  });

  it('takes a number apart', () => {
    expect(parseIdNumber('000000190001010009')).toEqual({
      region: '000000',
      birth: '1900-01-01',
      sex: 'female',
      checkCharacterFits: true,
    });
  });

  it.each([
    ['0', 'female'],
    ['1', 'male'],
    ['8', 'female'],
    ['9', 'male'],
  ])('reads the sex from a 17th digit of %s', (digit, sex) => {
    const digits = `0000001990013100${digit}`;
    expect(parseIdNumber(digits + checkCharacterOf(digits))?.sex).toBe(sex);
  });

  it('agrees with the weights written as powers of two', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(digit, { minLength: 17, maxLength: 17 }), (digits) => {
        const sum = digits.reduce(
          (total, value, index) => total + value * (2 ** (17 - index) % 11),
          0,
        );
        expect(checkCharacterOf(digits.join(''))).toBe('10X98765432'[sum % 11]);
      }),
    );
  });

  it.each([
    '00000019000101000',
    '0000001900010100099',
    '00000019000101000x',
    '',
    'XXX000000000000',
  ])('says that %j does not have the form', (number) => {
    expect(parseIdNumber(number)).toBeNull();
    expect(isValidIdNumber(number)).toBe(false);
  });

  it('says when the birth date is no date', () => {
    const digits = '00000019900231001';
    const number = digits + checkCharacterOf(digits);
    expect(parseIdNumber(number)).toMatchObject({ birth: null, checkCharacterFits: true });
    expect(isValidIdNumber(number)).toBe(false);
  });

  it.each(['123', '0000001900010100X'])('calculates no check character for %j', (digits) => {
    expect(() => checkCharacterOf(digits)).toThrow(RangeError);
  });

  it('knows the form of the 2017 permanent-resident number', () => {
    expect(isForeignerNumber2017('XXX000000000000')).toBe(true);
    expect(isForeignerNumber2017('XX0000000000000')).toBe(false);
    expect(isForeignerNumber2017('000000190001010009')).toBe(false);
  });
});
