import type { Verdict } from '../compare/verdict.ts';
import { reviewReasons, type CheckRecord } from './check-record.ts';
import { isWithin } from './match-record.ts';
import type { Figures, FiguresRange } from './record-store.ts';

type OutcomeCounts = Record<Verdict, number>;

/** Width of a bar of the score distribution. */
const scoreStep = 2;
const maximumScore = 100;
const minute = 60_000;
const hour = 60 * minute;

/** Counts the checks that ended within a span of time. */
export const figuresOf = (all: readonly CheckRecord[], range: FiguresRange): Figures => {
  const records = all.filter(({ endedAt }) => isWithin(endedAt, range));
  const totals = records.map(({ timings }) => timings.total);
  return {
    ...countOutcomes(records),
    decidedByOperator: records.filter(({ decisions }) => decisions.length > 0).length,
    withoutFace: records.filter(({ reasons }) => reasons.includes('without-face')).length,
    ...(totals.length > 0 && { medianTotal: medianOf(totals) }),
    hours: hoursOf(records, range.utcOffset),
    scores: scoresOf(records),
    reasons: reasonsOf(records),
  };
};

const countOutcomes = (records: readonly CheckRecord[]): OutcomeCounts => {
  const counts: OutcomeCounts = { pass: 0, review: 0, fail: 0 };
  for (const { verdict } of records) counts[verdict] += 1;
  return counts;
};

/** Hours of the counter's clock: some zones are half an hour off the others. */
const hoursOf = (records: readonly CheckRecord[], utcOffset: number): Figures['hours'] => {
  const offset = utcOffset * minute;
  const beginningOf = ({ endedAt }: CheckRecord): number =>
    Math.floor((Date.parse(endedAt) + offset) / hour) * hour - offset;
  return [...grouped(records, beginningOf)]
    .toSorted(([a], [b]) => a - b)
    .map(([beginning, checks]) => ({
      hour: new Date(beginning).toISOString(),
      ...countOutcomes(checks),
    }));
};

/** Every bar from 0 to 100, empty ones too, counted by what the comparison itself came to. */
const scoresOf = (records: readonly CheckRecord[]): Figures['scores'] => {
  const bars = Array.from({ length: maximumScore / scoreStep }, (_, index) => ({
    from: index * scoreStep,
    to: (index + 1) * scoreStep,
    ...countOutcomes([]),
  }));
  for (const { comparison } of records) {
    if (comparison === undefined) continue;
    // The last bar has its upper end, 100, too.
    const bar = bars[Math.min(bars.length - 1, Math.floor(comparison.score / scoreStep))];
    if (bar !== undefined) bar[comparison.verdict] += 1;
  }
  return bars;
};

/** Most frequent first; reasons that did not occur are left out. */
const reasonsOf = (records: readonly CheckRecord[]): Figures['reasons'] =>
  reviewReasons
    .map((reason) => ({
      reason,
      count: records.filter(({ reasons }) => reasons.includes(reason)).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);

const grouped = <Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
};

const medianOf = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};
