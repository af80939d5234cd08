import { describe, expect, it } from 'vitest';
import type { CheckRecord } from '../../../main/records/check-record.ts';
import { recordsToCsv } from '../../../renderer/history/records-csv.ts';
import { clerkEn } from '../../../renderer/text/clerk.en.ts';
import { sampleRecord } from '../../main/records/sample-records.ts';

const { file: _name, ...headings } = clerkEn.history.csv;

const csvOf = (...records: readonly CheckRecord[]): string => recordsToCsv(records, headings);

const decidedFor = (reason: string, operator = '王五'): CheckRecord =>
  sampleRecord({
    decisions: [{ verdict: 'fail', operator, reason, at: '2026-03-10T12:01:00.000Z' }],
  });

/** The last cell of the first record: why it was decided so. */
const reasonCell = (reason: string): string =>
  csvOf(decidedFor(reason)).split('王五,fail,')[1]!.slice(0, -2);

describe('records as comma-separated values', () => {
  it('begin with the mark of UTF-8 and the headings, and end each line as RFC 4180 has it', () => {
    expect(csvOf()).toBe(`\uFEFF${Object.values(headings).join(',')}\r\n`);
    expect(csvOf(sampleRecord(), sampleRecord()).match(/\r\n/g)).toHaveLength(3);
  });

  it('are codes and figures of the check and of the last decision', () => {
    const record: CheckRecord = {
      ...decidedFor('已核对', '李四'),
      reasons: ['score-near-threshold', 'card-data-odd'],
    };
    expect(csvOf(record).split('\r\n')[1]).toBe(
      [
        ...[record.id, record.startedAt, record.endedAt, 'resident', '测**'],
        ...['0***************09', 'pass', 'score-near-threshold card-data-odd'],
        ...['91', '84', '0.001', 'local', '李四', 'fail', '已核对'],
      ].join(','),
    );
  });

  it('leave empty what a check does not have', () => {
    const { comparison: _none, ...record } = sampleRecord();
    expect(csvOf(record)).toMatch(/,pass,,,,,,,,\r\n$/);
  });

  it.each([
    ['人，证不符', '人，证不符'],
    ['one, two', '"one, two"'],
    ['said "no"', '"said ""no"""'],
    ['two\r\nlines', '"two\r\nlines"'],
  ])('quote %j where it has to be', (reason, cell) => {
    expect(reasonCell(reason)).toBe(cell);
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'keep a spreadsheet from taking %s for a formula',
    (reason) => {
      expect(reasonCell(reason)).toBe(`'${reason}`);
    },
  );

  it.each(['\t=1', '\r=1', '\n=1'])('defuse what only begins with a blank: %j', (reason) => {
    expect(reasonCell(reason).replaceAll('"', '')).toBe(`'${reason}`);
  });

  it('quote and defuse at once', () => {
    expect(reasonCell('=HYPERLINK("x","y")')).toBe(`"'=HYPERLINK(""x"",""y"")"`);
  });

  it('leave figures as figures, and text with a sign inside it', () => {
    expect(reasonCell('a=1')).toBe('a=1');
    expect(csvOf(sampleRecord())).toContain(',91,84,0.001,');
  });
});
