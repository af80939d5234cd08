import { fieldAt, rawFieldAt, textSize, trimPadding } from './card-text.ts';
import { parseForeigner2017Card, type Foreigner2017Card } from './foreigner-2017-card.ts';
import { parseForeigner2023Card, type Foreigner2023Card } from './foreigner-2023-card.ts';
import { parseHkMacaoTaiwanCard, type HkMacaoTaiwanCard } from './hk-macao-taiwan-card.ts';
import { ReaderError } from './reader-error.ts';
import { parseResidentCard, type ResidentCard } from './resident-card.ts';

/** A card whose type flag no source describes: its text is kept, its fields are not guessed. */
interface UnknownCard {
  readonly kind: 'unknown';
  /** The character at byte 248. */
  readonly flag: string;
  /** The whole text, decoded, without the padding at its end. */
  readonly text: string;
}

/** Every card a reader can deliver, told apart by `kind`. */
export type IdCard =
  ResidentCard | HkMacaoTaiwanCard | Foreigner2017Card | Foreigner2023Card | UnknownCard;

const flagOffset = 248;

/**
 * Reads the text block of any card by its type flag at byte 248, the only reliable sign: the number
 * of a J card looks like a citizen's, that of a Y card does not (reader protocol §2.3).
 *
 * @param text - the 256 bytes of the text block.
 * @throws ReaderError `reader.wrong-text-size` for any other size.
 */
export const parseIdCard = (text: Uint8Array): IdCard => {
  if (text.length !== textSize) {
    throw new ReaderError('reader.wrong-text-size', { bytes: text.length, expected: textSize });
  }
  const flag = rawFieldAt(text, flagOffset, 2);
  switch (flag) {
    case ' ':
      return parseResidentCard(text);
    case 'J':
      return parseHkMacaoTaiwanCard(text);
    case 'I':
      return parseForeigner2017Card(text);
    case 'Y':
      return parseForeigner2023Card(text);
    default:
      return { kind: 'unknown', flag: trimPadding(flag), text: fieldAt(text, 0, textSize) };
  }
};

/** The holder's name as a person would be addressed: the Chinese one where there is one. */
export const holderOf = (card: IdCard): string => {
  switch (card.kind) {
    case 'resident':
    case 'hk-macao-taiwan':
      return card.name;
    case 'foreigner-2017':
    case 'foreigner-2023':
      return card.chineseName === '' ? card.englishName : card.chineseName;
    case 'unknown':
      return '';
  }
};
