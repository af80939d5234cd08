import { describe, expect, it } from 'vitest';
import { languages } from '../../../renderer/text/language.ts';
import { formatDay, formatDayAndTime, formatTime } from '../../../renderer/text/format-time.ts';

/** Local clock times, so that the test means the same in every time zone. */
const at = (hour: number): string => new Date(2026, 10, 21, hour, 5, 9).toISOString();

describe.each(languages)('times in %s', (language) => {
  it('are of 24 hours, midnight being 00', () => {
    expect(formatTime(at(14), language)).toBe('14:05');
    expect(formatTime(at(0), language)).toBe('00:05');
  });

  it('have day and second where a record needs them', () => {
    expect(formatDayAndTime(at(9), language)).toMatch(/2026.*09:05:09|11.*2026.*09:05:09/);
  });

  it('are short days where there are many', () => {
    expect(formatDay(at(9), language)).toBe('11/21');
  });
});
