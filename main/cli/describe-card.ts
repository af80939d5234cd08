import type { MaskedReading } from '../card/card-reading.ts';
import { cardWarnings } from '../card/card-warning.ts';
import type { IdCard } from '../card/id-card.ts';
import type { Validity } from '../card/card-date.ts';

const kinds = {
  resident: '居民身份证  resident ID card',
  'hk-macao-taiwan': '港澳台居民居住证  residence permit for Hong Kong, Macao and Taiwan residents',
  'foreigner-2017': '外国人永久居留身份证（2017）  foreigner permanent resident card (2017)',
  'foreigner-2023': '外国人永久居留身份证（2023）  foreigner permanent resident card (2023)',
  unknown: '未知证件  unknown card',
} as const satisfies Readonly<Record<IdCard['kind'], string>>;

/** A reading for a terminal, with whatever masking it came with. */
export const describeCard = ({
  card,
  additionalAddresses,
  warnings,
  photoBytes,
  timings,
}: MaskedReading): string =>
  [
    kinds[card.kind],
    ...fieldsOf(card).map(([name, value]) => `  ${name}  ${value}`),
    ...additionalAddresses.map((address) => `  追加住址  ${address}`),
    ...warnings.map((warning) => `  ! ${cardWarnings[warning].zh} ${cardWarnings[warning].en}`),
    `  photo: ${photoBytes} bytes, read in ${timings.total.toFixed(0)} ms`,
  ].join('\n');

type Field = readonly [name: string, value: string];

const fieldsOf = (card: IdCard): readonly Field[] => {
  if (card.kind === 'unknown')
    return [
      ['类型标志', card.flag],
      ['文字', card.text],
    ];
  const fields: readonly Field[] = [
    ...namesOf(card),
    ['性别', `${card.sex.meaning ?? '?'} (${card.sex.code})`],
    ...('ethnicGroup' in card
      ? [['民族', `${card.ethnicGroup.name} (${card.ethnicGroup.code})`] as const]
      : []),
    ['出生', card.birth.iso ?? card.birth.text],
    ...('address' in card ? [['住址', card.address] as const] : []),
    ...('nationality' in card ? [['国籍', card.nationality] as const] : []),
    ['号码', card.number],
    ...('travelPermitNumber' in card ? [['通行证号码', card.travelPermitNumber] as const] : []),
    ...('issuer' in card ? [['签发机关', card.issuer] as const] : []),
    ['有效期限', periodOf(card.validity)],
  ];
  return fields.filter(([, value]) => value !== '');
};

const namesOf = (card: Exclude<IdCard, { kind: 'unknown' }>): readonly Field[] =>
  'name' in card
    ? [['姓名', card.name]]
    : [
        ['姓名', card.chineseName],
        ['英文姓名', card.englishName],
      ];

const periodOf = ({ from, to, longTerm }: Validity): string =>
  `${from.iso ?? from.text} – ${longTerm ? '长期' : (to.iso ?? to.text)}`;
