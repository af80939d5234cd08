/** A date as the card has it, and as a calendar date when it is one. */
export interface CardDate {
  /** The text on the card, unchanged: usually YYYYMMDD. */
  readonly text: string;
  /** ISO 8601, such as `1990-01-31`; `null` when the text is no date of the calendar. */
  readonly iso: string | null;
}

/** Reads YYYYMMDD. Text that is not a date is kept, never repaired and never thrown for. */
export const parseCardDate = (text: string): CardDate => {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return { text, iso: null };
  const iso = `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // Date rolls 31 February over to March instead of refusing it.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return { text, iso: exists ? iso : null };
};

/** From when to when a card is valid. */
export interface Validity {
  readonly from: CardDate;
  readonly to: CardDate;
  /** 长期: the card does not expire, and `to` has no date (reader protocol §2.11). */
  readonly longTerm: boolean;
}

/** Reads the two ends of the validity, the second of which may be 长期. */
export const parseValidity = (from: string, to: string): Validity => ({
  from: parseCardDate(from),
  to: parseCardDate(to),
  longTerm: to === '长期',
});
