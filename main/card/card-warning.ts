import type { Sentence } from '../errors/witness-error.ts';

/** What can be odd about a card that was read well. None of it stops a reading; the station decides. */
export const cardWarnings = {
  'number-form': {
    en: 'The number on the card does not have the form of such a number.',
    zh: '证件号码格式不正确。',
  },
  'number-check-character': {
    en: 'The last character of the number is not the one its other digits call for.',
    zh: '证件号码的校验码不正确。',
  },
  'number-region': {
    en: 'The number begins with digits that do not belong to this kind of card.',
    zh: '证件号码的开头与证件类型不符。',
  },
  'number-birth-differs': {
    en: 'The birth date in the number is not the one on the card.',
    zh: '证件号码中的出生日期与证件不一致。',
  },
  'number-sex-differs': {
    en: 'The sex in the number is not the one on the card.',
    zh: '证件号码中的性别与证件不一致。',
  },
  'birth-unreadable': { en: 'The birth date is not a date.', zh: '出生日期无法识别。' },
  'validity-unreadable': {
    en: 'The validity of the card cannot be read.',
    zh: '证件有效期限无法识别。',
  },
  'not-yet-valid': { en: 'The card is not valid yet.', zh: '证件尚未生效。' },
  expired: { en: 'The card has expired.', zh: '证件已过期。' },
  'sex-unknown': { en: 'The sex code is not in the standard.', zh: '性别代码不在国家标准内。' },
  'ethnic-group-unknown': {
    en: 'The ethnic-group code is not assigned.',
    zh: '民族代码未定义。',
  },
  'kind-unknown': {
    en: 'This kind of card is not known; only its raw text was kept.',
    zh: '未知的证件类型，仅保留原始文字。',
  },
  'additional-address-unread': {
    en: 'Whether the card has an additional address could not be read.',
    zh: '未能读取追加住址信息。',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type CardWarning = keyof typeof cardWarnings;
