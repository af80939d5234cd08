import type { FiguresRange } from './history-types.ts';

/** Midnight before `now`, by this machine's clock. */
export const startOfDay = (now: Date): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate());

/** A midnight some days away, whichever length those days have. */
export const daysFrom = (midnight: Date, days: number): Date =>
  new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() + days);

/** The whole of a day, for counting. */
export const dayRange = (now: Date): FiguresRange => {
  const from = startOfDay(now);
  return {
    from: from.toISOString(),
    to: daysFrom(from, 1).toISOString(),
    utcOffset: -from.getTimezoneOffset() || 0,
  };
};
