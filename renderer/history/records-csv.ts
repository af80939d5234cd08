import type { CheckRecord } from './history-types.ts';

/**
 * A cell, quoted where it has to be (RFC 4180). What a spreadsheet would take for a formula is defused;
 * some take full-width signs for one, too.
 */
const cellOf = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Headings of the columns, in the reader's language. */
export type CsvHeadings = Readonly<
  Record<
    | 'id'
    | 'started'
    | 'ended'
    | 'kind'
    | 'name'
    | 'number'
    | 'verdict'
    | 'reasons'
    | 'score'
    | 'threshold'
    | 'far'
    | 'engine'
    | 'operator'
    | 'decision'
    | 'decisionReason',
    string
  >
>;

/** Begins with the mark by which spreadsheets know UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Records as comma-separated values (RFC 4180), with the codes the station uses, so that files of
 * different languages can be put together.
 */
export const recordsToCsv = (records: readonly CheckRecord[], headings: CsvHeadings): string => {
  const columns: readonly (readonly [
    string,
    (record: CheckRecord) => string | number | undefined,
  ])[] = [
    [headings.id, ({ id }) => id],
    [headings.started, ({ startedAt }) => startedAt],
    [headings.ended, ({ endedAt }) => endedAt],
    [headings.kind, ({ cardKind }) => cardKind],
    [headings.name, ({ name }) => name],
    [headings.number, ({ number }) => number],
    [headings.verdict, ({ verdict }) => verdict],
    [headings.reasons, ({ reasons }) => reasons.join(' ')],
    [headings.score, ({ comparison }) => comparison?.score],
    [headings.threshold, ({ comparison }) => comparison?.threshold],
    [headings.far, ({ comparison }) => comparison?.far],
    [headings.engine, ({ comparison }) => comparison?.engine],
    [headings.operator, ({ decisions }) => decisions.at(-1)?.operator],
    [headings.decision, ({ decisions }) => decisions.at(-1)?.verdict],
    [headings.decisionReason, ({ decisions }) => decisions.at(-1)?.reason],
  ];
  const lines = [
    columns.map(([heading]) => cellOf(heading)),
    ...records.map((record) => columns.map(([, valueOf]) => cellOf(valueOf(record)))),
  ];
  return byteOrderMark + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
};
