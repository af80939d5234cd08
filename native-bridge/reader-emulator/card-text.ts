import { textSize } from '../../main/card/card-text.ts';
import type { CardDescription } from './card-description.ts';

/** Where a field stands: byte offset, width in bytes, text. */
type Field = readonly [offset: number, bytes: number, text: string];

/**
 * Builds the 256 bytes of text that a card carries: UTF-16LE, fields padded with spaces, the type flag
 * at byte 248 (reader protocol §2.2 to §2.7). The reverse of main/card's `parseIdCard`.
 */
export const encodeCardText = (card: CardDescription): Uint8Array => {
  const text = Buffer.from(' '.repeat(textSize / 2), 'utf16le');
  for (const [offset, bytes, value] of fieldsOf(card)) {
    text.write(value, offset, bytes, 'utf16le');
  }
  return new Uint8Array(text);
};

const fieldsOf = (card: CardDescription): readonly Field[] => {
  switch (card.kind) {
    case 'resident':
      return [
        ...likeResident(card),
        [32, 4, card.ethnicGroup],
        [52, 70, card.address],
        [158, 30, card.issuer],
      ];
    case 'hk-macao-taiwan':
      return [
        ...likeResident(card),
        [52, 70, card.address],
        [158, 30, card.issuer],
        [220, 18, card.travelPermitNumber],
        [238, 4, card.timesIssued],
        [248, 2, 'J'],
      ];
    case 'foreigner-2017':
      return [
        [0, 120, card.englishName],
        [120, 2, sexCode(card.sex)],
        [122, 30, card.number],
        [152, 6, card.nationality],
        [158, 30, card.chineseName],
        ...validityFields(card),
        [220, 16, card.birth],
        [236, 4, card.cardVersion],
        [240, 8, card.acceptingAuthority],
        [248, 2, 'I'],
      ];
    case 'foreigner-2023':
      return [
        ...likeResident({ ...card, name: card.chineseName }),
        [32, 4, card.timesRenewed],
        // The name begins where others have the address and goes on behind the dates.
        [52, 70, card.englishName.slice(0, 35)],
        [220, 22, card.englishName.slice(35)],
        [242, 6, card.nationality],
        [248, 2, 'Y'],
        [250, 6, card.previousNumberLink],
      ];
    case 'unknown':
      return [
        [0, 248, card.text],
        [248, 2, card.flag],
      ];
  }
};

interface LikeResident {
  readonly name: string;
  readonly sex: string;
  readonly birth: string;
  readonly number: string;
  readonly validity: { readonly from: string; readonly to: string };
}

/** The fields that stand in the same place on every card but the 2017 one. */
const likeResident = (card: LikeResident): readonly Field[] => [
  [0, 30, card.name],
  [30, 2, sexCode(card.sex)],
  [36, 16, card.birth],
  [122, 36, card.number],
  ...validityFields(card),
];

const validityFields = ({ validity }: Pick<LikeResident, 'validity'>): readonly Field[] => [
  [188, 16, validity.from],
  [204, 16, validity.to],
];

/** GB/T 2261.1. */
const sexCodes = new Map([
  ['unknown', '0'],
  ['male', '1'],
  ['female', '2'],
  ['unspecified', '9'],
]);

const sexCode = (sex: string): string => sexCodes.get(sex) ?? sex;
