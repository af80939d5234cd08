import type { CardWarning } from './card-warning.ts';
import type { CardDate, Validity } from './card-date.ts';
import type { IdCard } from './id-card.ts';
import { isForeignerNumber2017, parseIdNumber } from './id-number.ts';
import type { SexField } from './sex.ts';

/** The date of a moment in the local time zone, ISO 8601: cards expire by the calendar on the wall. */
export const localDate = (moment: Date): string =>
  [
    String(moment.getFullYear()).padStart(4, '0'),
    String(moment.getMonth() + 1).padStart(2, '0'),
    String(moment.getDate()).padStart(2, '0'),
  ].join('-');

/**
 * Compares what a card says in one place with what it says in another, and with the calendar.
 *
 * @param today - the local date, ISO 8601: `2026-01-31`. A card is valid on both its first and its
 * last day.
 * @returns the warnings as data, without any text of the card; empty for a card in order.
 */
export const checkCard = (card: IdCard, today: string): CardWarning[] => {
  switch (card.kind) {
    case 'resident':
      return [
        ...checkNumber(card.number, /^\d/, card.birth, card.sex),
        ...checkCommon(card, today),
        ...(card.ethnicGroup.name === '' ? (['ethnic-group-unknown'] as const) : []),
      ];
    case 'hk-macao-taiwan':
      return [
        ...checkNumber(card.number, /^8[123]0000/, card.birth, card.sex),
        ...checkCommon(card, today),
      ];
    case 'foreigner-2023':
      return [...checkNumber(card.number, /^9/, card.birth, card.sex), ...checkCommon(card, today)];
    case 'foreigner-2017':
      return [
        ...(isForeignerNumber2017(card.number) ? [] : (['number-form'] as const)),
        ...checkCommon(card, today),
      ];
    case 'unknown':
      return ['kind-unknown'];
  }
};

const checkNumber = (
  number: string,
  start: RegExp,
  birth: CardDate,
  sex: SexField,
): CardWarning[] => {
  const facts = parseIdNumber(number);
  if (!facts) return ['number-form'];
  const warnings: CardWarning[] = [];
  if (!facts.checkCharacterFits) warnings.push('number-check-character');
  if (!start.test(number)) warnings.push('number-region');
  if (facts.birth !== birth.iso) warnings.push('number-birth-differs');
  // 0 and 9 (unknown, unspecified) contradict nothing.
  const stated = sex.meaning === 'male' || sex.meaning === 'female';
  if (stated && facts.sex !== sex.meaning) warnings.push('number-sex-differs');
  return warnings;
};

const checkCommon = (
  card: { readonly sex: SexField; readonly birth: CardDate; readonly validity: Validity },
  today: string,
): CardWarning[] => {
  const warnings: CardWarning[] = [];
  if (card.sex.meaning === null) warnings.push('sex-unknown');
  if (card.birth.iso === null) warnings.push('birth-unreadable');
  const { from, to, longTerm } = card.validity;
  if (from.iso === null || (to.iso === null && !longTerm)) warnings.push('validity-unreadable');
  if (from.iso !== null && today < from.iso) warnings.push('not-yet-valid');
  if (to.iso !== null && today > to.iso) warnings.push('expired');
  return warnings;
};
