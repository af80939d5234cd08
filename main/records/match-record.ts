import type { CheckRecord } from './check-record.ts';
import type { RecordQuery } from './record-store.ts';

/** Whether an instant lies in a span of time: `from` included, `to` not. */
export const isWithin = (
  instant: string,
  { from, to }: { readonly from?: string; readonly to?: string },
): boolean => {
  // As numbers: the same instant can be written with and without milliseconds.
  const at = Date.parse(instant);
  return (
    (from === undefined || at >= Date.parse(from)) && (to === undefined || at < Date.parse(to))
  );
};

/** Whether a record is asked for, whatever page it stands on. A check is found by when it ended. */
export const matches = (
  record: CheckRecord,
  { verdicts, reasons, text, ...span }: Omit<RecordQuery, 'offset' | 'limit'>,
): boolean =>
  isWithin(record.endedAt, span) &&
  (verdicts === undefined || verdicts.includes(record.verdict)) &&
  (reasons === undefined || reasons.some((reason) => record.reasons.includes(reason))) &&
  (text === undefined || hasText(record, text));

/** So many characters of an id are no part of a number by chance. */
const idCharacters = 8;

/** A masked name, a masked number or an operator holds the text, or an id begins with it. */
const hasText = (
  { id, name, number, decisions, retryAllowed }: CheckRecord,
  text: string,
): boolean => {
  const wanted = text.trim().toLowerCase();
  const operators = [...decisions, ...(retryAllowed ? [retryAllowed] : [])];
  const places = [name, number, ...operators.map(({ operator }) => operator)];
  if (wanted.length >= idCharacters && id.startsWith(wanted)) return true;
  return places.some((place) => place.toLowerCase().includes(wanted));
};
