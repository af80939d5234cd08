import { parseCardDate, parseValidity, type CardDate, type Validity } from './card-date.ts';
import { fieldAt } from './card-text.ts';
import { parseSex, type SexField } from './sex.ts';

/** 外国人永久居留身份证, 2017 layout. Type flag: I (reader protocol §2.6). It has no address. */
export interface Foreigner2017Card {
  readonly kind: 'foreigner-2017';
  readonly englishName: string;
  /** Empty when the holder has none. */
  readonly chineseName: string;
  readonly sex: SexField;
  /** 3 letters and 12 digits. */
  readonly number: string;
  /** Three letters of GB/T 2659. */
  readonly nationality: string;
  readonly birth: CardDate;
  readonly validity: Validity;
  readonly cardVersion: string;
  /** 受理机关代码: a code, not a name. */
  readonly acceptingAuthority: string;
}

/** Reads the I layout (§2.6). */
export const parseForeigner2017Card = (text: Uint8Array): Foreigner2017Card => ({
  kind: 'foreigner-2017',
  englishName: fieldAt(text, 0, 120),
  sex: parseSex(fieldAt(text, 120, 2)),
  number: fieldAt(text, 122, 30),
  nationality: fieldAt(text, 152, 6),
  chineseName: fieldAt(text, 158, 30),
  validity: parseValidity(fieldAt(text, 188, 16), fieldAt(text, 204, 16)),
  birth: parseCardDate(fieldAt(text, 220, 16)),
  cardVersion: fieldAt(text, 236, 4),
  acceptingAuthority: fieldAt(text, 240, 8),
});
