import type { CardDate } from '../card/card-date.ts';
import type { IdCard } from '../card/id-card.ts';

/** Under this age a guardian answers for the guest (Personal Information Protection Law, article 31). */
export const ageOfOwnConsent = 14;

/** The birth date of a card's holder; a card of unknown kind has none. */
export const birthOf = (card: IdCard): CardDate | undefined =>
  card.kind === 'unknown' ? undefined : card.birth;

/**
 * Age in whole years. Who was born on 29 February is a year older on 1 March of a common year.
 *
 * @param today - ISO 8601 day, by the calendar on the wall.
 * @returns undefined where the birth date is no date, or is still to come.
 */
export const ageOn = (birth: CardDate | undefined, today: string): number | undefined => {
  const iso = birth?.iso;
  if (typeof iso !== 'string' || iso > today) return undefined;
  const years = Number(today.slice(0, 4)) - Number(iso.slice(0, 4));
  return today.slice(5) < iso.slice(5) ? years - 1 : years;
};
