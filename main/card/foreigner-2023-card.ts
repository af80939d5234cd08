import { parseCardDate, parseValidity, type CardDate, type Validity } from './card-date.ts';
import { fieldAt, rawFieldAt, trimPadding } from './card-text.ts';
import { parseSex, type SexField } from './sex.ts';

/** 外国人永久居留身份证, 2023 layout. Type flag: Y (reader protocol §2.7). It has no address. */
export interface Foreigner2023Card {
  readonly kind: 'foreigner-2023';
  /** Empty when the holder has none. */
  readonly chineseName: string;
  readonly englishName: string;
  readonly sex: SexField;
  /** 18 characters, beginning with 9. */
  readonly number: string;
  /** Three letters of GB/T 2659. */
  readonly nationality: string;
  readonly birth: CardDate;
  readonly validity: Validity;
  /** 换证次数. Stands where other cards have the ethnic group. */
  readonly timesRenewed: string;
  /** Links to the number of the previous card; how is not public. */
  readonly previousNumberLink: string;
}

/**
 * Reads the Y layout (§2.7). The English name lies in two places: 35 characters where other cards
 * have the address, 11 more behind the dates. They are joined before trimming, or a space at the seam
 * would be lost.
 */
export const parseForeigner2023Card = (text: Uint8Array): Foreigner2023Card => ({
  kind: 'foreigner-2023',
  chineseName: fieldAt(text, 0, 30),
  englishName: trimPadding(rawFieldAt(text, 52, 70) + rawFieldAt(text, 220, 22)),
  sex: parseSex(fieldAt(text, 30, 2)),
  number: fieldAt(text, 122, 36),
  nationality: fieldAt(text, 242, 6),
  birth: parseCardDate(fieldAt(text, 36, 16)),
  validity: parseValidity(fieldAt(text, 188, 16), fieldAt(text, 204, 16)),
  timesRenewed: fieldAt(text, 32, 4),
  previousNumberLink: fieldAt(text, 250, 6),
});
