import { daysFrom, startOfDay } from './day-range.ts';
import type { RecordQuery, ReviewReason, Verdict } from './history-types.ts';

/** Spans of time to choose from. */
export const spans = ['today', 'yesterday', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

/** Records on a page. */
export const pageSize = 50;

/** What is looked for; '' where it does not matter. */
export interface RecordFilter {
  readonly span: Span;
  readonly text: string;
  readonly verdict: Verdict | '';
  readonly reason: ReviewReason | '';
}

/** Today's checks, all of them. */
export const noFilter: RecordFilter = { span: 'today', text: '', verdict: '', reason: '' };

/** Whether anything but the time is asked for. */
export const isFiltered = ({ text, verdict, reason }: RecordFilter): boolean =>
  text.trim() !== '' || verdict !== '' || reason !== '';

/** From midnight to midnight, by this machine's clock. */
export const instantsOf = (
  span: Span,
  now: Date,
): { readonly from: string; readonly to: string; readonly utcOffset: number } => {
  const today = startOfDay(now);
  const [first, days] = { today: [0, 1], yesterday: [-1, 1], week: [-6, 7], month: [-29, 30] }[
    span
  ] as [number, number];
  const from = daysFrom(today, first);
  return {
    from: from.toISOString(),
    to: daysFrom(from, days).toISOString(),
    utcOffset: -today.getTimezoneOffset() || 0,
  };
};

/** The question for one page of what is looked for. */
export const queryOf = (
  { span, text, verdict, reason }: RecordFilter,
  now: Date,
  offset: number,
): RecordQuery => {
  const { from, to } = instantsOf(span, now);
  return {
    from,
    to,
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(verdict !== '' && { verdicts: [verdict] }),
    ...(reason !== '' && { reasons: [reason] }),
    offset,
    limit: pageSize,
  };
};
