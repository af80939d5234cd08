import type { CardDate, Validity } from '../card/card-date.ts';
import type { EthnicGroup } from '../card/ethnic-group.ts';
import type { IdCard } from '../card/id-card.ts';
import type { SexField } from '../card/sex.ts';
import type { DeskCard } from './desk-schema.ts';
import type { ShownSentence } from './shown-words.ts';

type Field = DeskCard['fields'][number];
type Line = readonly [name: Field['name'], value: string | ShownSentence];

/** The lines of a card as the clerk reads them, in the order they are printed; empty ones are left out. */
export const cardFields = (card: IdCard): Field[] =>
  linesOf(card)
    .map(([name, value]) => ({ name, value: inBothLanguages(value) }))
    .filter(({ value }) => value.zh !== '');

const linesOf = (card: IdCard): readonly Line[] => {
  switch (card.kind) {
    case 'resident':
      return [
        ['name', card.name],
        ['sex', sexOf(card.sex)],
        ['ethnic-group', ethnicGroupOf(card.ethnicGroup)],
        ['birth', dateOf(card.birth)],
        ['address', card.address],
        ['number', card.number],
        ['issuer', card.issuer],
        ['validity', validityOf(card.validity)],
      ];
    case 'hk-macao-taiwan':
      return [
        ['name', card.name],
        ['sex', sexOf(card.sex)],
        ['birth', dateOf(card.birth)],
        ['address', card.address],
        ['number', card.number],
        ['issuer', card.issuer],
        ['validity', validityOf(card.validity)],
        ['travel-permit-number', card.travelPermitNumber],
        ['times-issued', card.timesIssued],
      ];
    case 'foreigner-2017':
      return [
        ['english-name', card.englishName],
        ['name', card.chineseName],
        ['sex', sexOf(card.sex)],
        ['birth', dateOf(card.birth)],
        ['nationality', card.nationality],
        ['validity', validityOf(card.validity)],
        ['number', card.number],
        ['card-version', card.cardVersion],
      ];
    case 'foreigner-2023':
      return [
        ['name', card.chineseName],
        ['english-name', card.englishName],
        ['sex', sexOf(card.sex)],
        ['birth', dateOf(card.birth)],
        ['nationality', card.nationality],
        ['validity', validityOf(card.validity)],
        ['number', card.number],
        ['previous-number', card.previousNumberLink],
      ];
    case 'unknown':
      return [['text', card.text]];
  }
};

const inBothLanguages = (value: string | ShownSentence): ShownSentence =>
  typeof value === 'string' ? { en: value, zh: value } : value;

const sexes = {
  male: { en: 'male', zh: '男' },
  female: { en: 'female', zh: '女' },
  unknown: { en: 'unknown', zh: '未知' },
  unspecified: { en: 'not specified', zh: '未说明' },
} as const satisfies Record<NonNullable<SexField['meaning']>, ShownSentence>;

/** A code nobody knows is shown as it is. */
const sexOf = ({ code, meaning }: SexField): string | ShownSentence =>
  meaning === null ? code : sexes[meaning];

const ethnicGroupOf = ({ code, name }: EthnicGroup): string => (name === '' ? code : name);

/** A text that is no date is shown as it stands on the card. */
const dateOf = ({ text, iso }: CardDate): string => iso ?? text;

const validityOf = ({ from, to, longTerm }: Validity): ShownSentence => {
  const begin = dateOf(from);
  return longTerm
    ? { en: `${begin} – long-term`, zh: `${begin} – 长期` }
    : inBothLanguages(`${begin} – ${dateOf(to)}`);
};
