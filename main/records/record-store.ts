import { z } from 'zod';
import { verdicts } from '../compare/verdict.ts';
import { checkRecordSchema, reviewReasons, type CheckRecord } from './check-record.ts';

/** Which records to list: newest first. */
export const recordQuerySchema = z.strictObject({
  /** ISO 8601 instants; `from` included, `to` not. */
  from: z.iso.datetime().exactOptional(),
  to: z.iso.datetime().exactOptional(),
  verdicts: z.array(z.enum(verdicts)).exactOptional(),
  reasons: z.array(z.enum(reviewReasons)).exactOptional(),
  /** Part of the masked name or number, an operator's name, or a record's id. */
  text: z.string().max(80).exactOptional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});

export const recordPageSchema = z.object({
  records: z.array(checkRecordSchema),
  /** How many match, on all pages. */
  total: z.int(),
});

/** A span of time to count over. */
export const figuresRangeSchema = z.strictObject({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** Minutes to the east of UTC, so that an hour is an hour of the counter's clock. */
  utcOffset: z.int().min(-840).max(840),
});

const outcomeCounts = z.object({ pass: z.int(), review: z.int(), fail: z.int() });

/** Counts over a span of time. */
export const figuresSchema = z.object({
  ...outcomeCounts.shape,
  /** Checks in which an operator decided. */
  decidedByOperator: z.int(),
  withoutFace: z.int(),
  /** Median milliseconds from card to verdict; absent without any check. */
  medianTotal: z.number().exactOptional(),
  /** One entry for each hour with a check; `hour` is the instant it began, ISO 8601. */
  hours: z.array(z.object({ hour: z.string(), ...outcomeCounts.shape })),
  /** Scores of comparisons, in steps of 2 from 0 to 100, with what they came to. */
  scores: z.array(z.object({ from: z.number(), to: z.number(), ...outcomeCounts.shape })),
  reasons: z.array(z.object({ reason: z.enum(reviewReasons), count: z.int() })),
});

export type RecordQuery = z.output<typeof recordQuerySchema>;
export type RecordPage = z.output<typeof recordPageSchema>;
export type FiguresRange = z.output<typeof figuresRangeSchema>;
export type Figures = z.output<typeof figuresSchema>;

/** Where finished checks are kept until they expire. */
export interface RecordStore {
  /** Keeps a check; one with the same id is replaced, which is how a later decision is added. */
  put(record: CheckRecord): Promise<void>;
  list(query: RecordQuery): Promise<RecordPage>;
  figures(range: FiguresRange): Promise<Figures>;
  /** Forgets what ended before this instant (ISO 8601); tells how many. */
  forgetBefore(instant: string): Promise<number>;
}
