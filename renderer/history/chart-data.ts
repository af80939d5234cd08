import type { Figures, Verdict } from './history-types.ts';

/** One bar: what it stands for, and how many of each verdict it has. */
export type Bar<Key> = Readonly<Record<Verdict, number>> & { readonly key: Key };

const hourLength = 3_600_000;
/** Beyond so many hours a chart is of days. */
const mostHours = 48;

const countsOf = ({ pass, review, fail }: Readonly<Record<Verdict, number>>) => ({
  pass,
  review,
  fail,
});

/** Whether a span is shown by the day rather than by the hour. */
export const isByDay = (from: string, to: string): boolean =>
  Date.parse(to) - Date.parse(from) > mostHours * hourLength;

/**
 * Bars for each hour, the quiet ones between the first and the last check too: a gap in the work has
 * to be seen as a gap.
 */
export const hourBars = (hours: Figures['hours']): readonly Bar<string>[] => {
  const known = new Map(hours.map((hour) => [Date.parse(hour.hour), hour]));
  const times = [...known.keys()].sort((a, b) => a - b);
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: Math.round((last - first) / hourLength) + 1 }, (_, index) => {
    const time = first + index * hourLength;
    const counts = known.get(time) ?? { pass: 0, review: 0, fail: 0 };
    return { key: new Date(time).toISOString(), ...countsOf(counts) };
  });
};

/** Bars for each day of the counter's clock, by its first instant; days without a check too. */
export const dayBars = (
  hours: Figures['hours'],
  { from, to }: { readonly from: string; readonly to: string },
): readonly Bar<string>[] => {
  const bars: Bar<string>[] = [];
  const end = Date.parse(to);
  let begin = new Date(from);
  while (begin.getTime() < end) {
    const next = new Date(begin.getFullYear(), begin.getMonth(), begin.getDate() + 1);
    const ofDay = hours.filter(({ hour }) => {
      const at = Date.parse(hour);
      return at >= begin.getTime() && at < next.getTime();
    });
    const sum = (verdict: Verdict): number =>
      ofDay.reduce((total, counts) => total + counts[verdict], 0);
    bars.push({
      key: begin.toISOString(),
      pass: sum('pass'),
      review: sum('review'),
      fail: sum('fail'),
    });
    begin = next;
  }
  return bars;
};

/** Bars of the score distribution, each at the middle of its step. */
export const scoreBars = (scores: Figures['scores']): readonly Bar<number>[] =>
  scores.map((step) => ({ key: (step.from + step.to) / 2, ...countsOf(step) }));

/** Whether there is anything to draw. */
export const hasCounts = (bars: readonly Readonly<Record<Verdict, number>>[]): boolean =>
  bars.some(({ pass, review, fail }) => pass + review + fail > 0);
