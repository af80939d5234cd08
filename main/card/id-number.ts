import { parseCardDate } from './card-date.ts';
import type { Sex } from './sex.ts';

/** What an 18-character number says about itself (GB 11643). */
export interface IdNumberFacts {
  /** The first six digits: the region, or 81, 82, 83, 9… on the cards that are not for citizens. */
  readonly region: string;
  /** Birth date as ISO 8601; `null` when the eight digits are no date. */
  readonly birth: string | null;
  /** By the 17th digit: odd is male. */
  readonly sex: Extract<Sex, 'male' | 'female'>;
  /** Whether the last character is the one that the first 17 call for. */
  readonly checkCharacterFits: boolean;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/**
 * The check character for 17 digits: ISO/IEC 7064 MOD 11-2, as in GB 11643.
 *
 * @param digits - exactly 17 digits.
 * @throws RangeError for anything else.
 */
export const checkCharacterOf = (digits: string): string => {
  if (!/^\d{17}$/.test(digits)) throw new RangeError('A check character needs exactly 17 digits.');
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkCharacters.charAt(sum % 11);
};

/**
 * Takes an 18-character number apart: 6 region, 8 birth, 3 sequence, 1 check character. The numbers
 * of residence permits (J) and of the 2023 permanent-resident card (Y) have the same form; the
 * 15-character number of the 2017 card has not.
 *
 * @returns `null` when the number does not have the form: 17 digits and a digit or a capital X.
 */
export const parseIdNumber = (number: string): IdNumberFacts | null => {
  if (!/^\d{17}[\dX]$/.test(number)) return null;
  return {
    region: number.slice(0, 6),
    birth: parseCardDate(number.slice(6, 14)).iso,
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
    checkCharacterFits: checkCharacterOf(number.slice(0, 17)) === number.charAt(17),
  };
};

/** Whether a number has the form, a birth date of the calendar, and the right check character. */
export const isValidIdNumber = (number: string): boolean => {
  const facts = parseIdNumber(number);
  if (!facts?.birth) return false;
  return facts.checkCharacterFits;
};

/** Whether a number has the form of the 2017 permanent-resident card: 3 letters and 12 digits (§2.6). */
export const isForeignerNumber2017 = (number: string): boolean => /^[A-Z]{3}\d{12}$/.test(number);
