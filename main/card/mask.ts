import type { CardDate } from './card-date.ts';
import type { IdCard } from './id-card.ts';

/** How many characters of a number stay readable at each end. */
export interface KeptCharacters {
  readonly first: number;
  readonly last: number;
}

/** The most that may ever stay readable: region and check, not the birth date between them. */
const most: KeptCharacters = { first: 6, last: 4 };

/** Enough to tell two guests in one log apart, too little to find either. */
const usual: KeptCharacters = { first: 1, last: 2 };

/** Fewer hidden characters than this could be guessed. */
const fewestHidden = 6;

/**
 * Masks a number, keeping its length: `1***************34`.
 *
 * @param keep - characters that stay readable, at most 6 at the start and 4 at the end. A number too
 * short to hide 6 characters that way is hidden whole.
 */
export const maskNumber = (number: string, keep: KeptCharacters = usual): string => {
  const first = Math.min(keep.first, most.first);
  const last = Math.min(keep.last, most.last);
  const hidden = number.length - first - last;
  if (hidden < fewestHidden) return '*'.repeat(number.length);
  return number.slice(0, first) + '*'.repeat(hidden) + number.slice(number.length - last);
};

/** Masks a name: its first character stays, the length does not. */
export const maskName = (name: string): string =>
  name === '' ? '' : `${Array.from(name).slice(0, 1).join('')}**`;

/** Masks an address or an authority: three characters stay, about a province; the length does not. */
export const maskPlace = (place: string): string =>
  place === '' ? '' : `${Array.from(place).slice(0, 3).join('')}***`;

const maskBirth = ({ text }: CardDate): CardDate => ({
  text: `${text.slice(0, 4)}****`,
  iso: null,
});

/**
 * The card with everything that points at a person masked: what logs and guest screens get. Sex,
 * validity and nationality stay. Written out field by field, so that a new kind or field does not
 * compile until somebody has decided about it.
 */
export const maskCard = (card: IdCard): IdCard => {
  switch (card.kind) {
    case 'resident':
      return {
        kind: card.kind,
        name: maskName(card.name),
        sex: card.sex,
        ethnicGroup: { code: '**', name: '*' },
        birth: maskBirth(card.birth),
        address: maskPlace(card.address),
        number: maskNumber(card.number),
        issuer: maskPlace(card.issuer),
        validity: card.validity,
      };
    case 'hk-macao-taiwan':
      return {
        kind: card.kind,
        name: maskName(card.name),
        sex: card.sex,
        birth: maskBirth(card.birth),
        address: maskPlace(card.address),
        number: maskNumber(card.number),
        issuer: maskPlace(card.issuer),
        validity: card.validity,
        travelPermitNumber: maskNumber(card.travelPermitNumber),
        timesIssued: card.timesIssued,
      };
    case 'foreigner-2017':
      return {
        kind: card.kind,
        englishName: maskName(card.englishName),
        chineseName: maskName(card.chineseName),
        sex: card.sex,
        number: maskNumber(card.number),
        nationality: card.nationality,
        birth: maskBirth(card.birth),
        validity: card.validity,
        cardVersion: card.cardVersion,
        acceptingAuthority: maskNumber(card.acceptingAuthority),
      };
    case 'foreigner-2023':
      return {
        kind: card.kind,
        chineseName: maskName(card.chineseName),
        englishName: maskName(card.englishName),
        sex: card.sex,
        number: maskNumber(card.number),
        nationality: card.nationality,
        birth: maskBirth(card.birth),
        validity: card.validity,
        timesRenewed: card.timesRenewed,
        previousNumberLink: maskNumber(card.previousNumberLink),
      };
    case 'unknown':
      return { kind: card.kind, flag: card.flag, text: '***' };
  }
};
