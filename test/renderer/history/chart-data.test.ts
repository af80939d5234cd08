import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../main/records/figures.ts';
import {
  dayBars,
  hasCounts,
  hourBars,
  isByDay,
  scoreBars,
} from '../../../renderer/history/chart-data.ts';
import { instantsOf } from '../../../renderer/history/record-filter.ts';
import { sampleRecord } from '../../main/records/sample-records.ts';

/** Local clock times, so that the test means the same in every time zone. */
const at = (day: number, hour: number): string => new Date(2026, 2, day, hour, 20).toISOString();
const hour = (day: number, of: number): string => new Date(2026, 2, day, of).toISOString();
const now = new Date(2026, 2, 10, 15, 30);

const figures = (...ends: readonly string[]) =>
  figuresOf(
    ends.map((endedAt) => sampleRecord({ endedAt })),
    instantsOf('week', now),
  );

describe('a span', () => {
  it('is shown by the hour up to two days, and by the day beyond', () => {
    expect(isByDay(hour(8, 0), hour(10, 0))).toBe(false);
    expect(isByDay(hour(8, 0), hour(11, 0))).toBe(true);
  });
});

describe('the bars of hours', () => {
  it('are none without a check', () => {
    expect(hourBars([])).toEqual([]);
  });

  it('have the quiet hours between the first and the last check', () => {
    const bars = hourBars(figures(at(10, 12), at(10, 9), at(10, 12)).hours);
    expect(bars.map(({ key, pass }) => [key, pass])).toEqual([
      [hour(10, 9), 1],
      [hour(10, 10), 0],
      [hour(10, 11), 0],
      [hour(10, 12), 2],
    ]);
  });
});

describe('the bars of days', () => {
  it('are one for each day of the span, with all hours of it and days without a check', () => {
    const range = instantsOf('week', now);
    const { hours } = figures(at(4, 0), at(4, 23), at(10, 15));
    const bars = dayBars(hours, range);
    expect(bars.map(({ key, pass, review, fail }) => [key, pass, review + fail])).toEqual([
      [hour(4, 0), 2, 0],
      ...[5, 6, 7, 8, 9].map((day) => [hour(day, 0), 0, 0]),
      [hour(10, 0), 1, 0],
    ]);
  });
});

describe('the bars of scores', () => {
  it('stand at the middle of their step, with what the comparisons came to', () => {
    const bars = scoreBars(figures(at(10, 9)).scores);
    expect(bars).toHaveLength(50);
    expect(bars.filter((bar) => hasCounts([bar]))).toEqual([
      { key: 91, pass: 1, review: 0, fail: 0 },
    ]);
  });

  it('are nothing to draw where nothing was compared', () => {
    expect(hasCounts(scoreBars(figures().scores))).toBe(false);
  });
});
