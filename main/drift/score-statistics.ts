import { z } from 'zod';
import type { ImagePair } from '../compare/calibration.ts';
import { scoreSteps, stepOf } from '../compare/score-steps.ts';
import { addCounts, noCounts, totalOf, type StepCounts } from './score-counts.ts';

/** Days that are kept of a calibration and a pair: those on which something was compared last. */
export const keptDays = 60;
/** A site that calibrates anew begins to count anew; what is kept of former calibrations is bounded. */
export const keptTables = 8;

const dayCounts = z.strictObject({
  /** ISO 8601 day of the counter's own calendar: no time of day is kept. */
  day: z.iso.date(),
  counts: z.array(z.int().min(0)).length(scoreSteps),
});

const scoreTable = z.strictObject({
  /** Id of the calibration the scores were made with: those of another are not to be compared. */
  calibration: z.string().min(1).max(80),
  pair: z.enum(['FacePic-FacePic', 'IDPic-FacePic']) satisfies z.ZodType<ImagePair>,
  /**
   * As they came, each day once. A clock that is put right makes an earlier day the newest; by the
   * calendar, days of a clock that was ahead would hide all that come after.
   */
  days: z
    .array(dayCounts)
    .max(keptDays)
    .refine((days) => new Set(days.map(({ day }) => day)).size === days.length, {
      message: 'a day comes twice',
    }),
});

const isSame = (a: TableKey, b: TableKey): boolean =>
  a.calibration === b.calibration && a.pair === b.pair;

/**
 * How many comparisons of a station came to which score, by calibration, pair of image types and day.
 * No card, no name, no image and no time of day: what is left of a guest is one more in a count.
 */
export const scoreStatisticsSchema = z.strictObject({
  formatVersion: z.literal(1),
  tables: z
    .array(scoreTable)
    .max(keptTables)
    .refine((tables) => tables.every((one) => tables.find((other) => isSame(one, other)) === one), {
      message: 'a calibration and a pair have two tables',
    }),
});

export type ScoreStatistics = z.output<typeof scoreStatisticsSchema>;
type ScoreTable = ScoreStatistics['tables'][number];
type DayCounts = ScoreTable['days'][number];

/** What a score was made with, and of. */
export interface TableKey {
  readonly calibration: string;
  readonly pair: ImagePair;
}

/** One comparison, as far as it is counted. */
export interface CountedScore extends TableKey {
  /** ISO 8601 day. */
  readonly day: string;
  /** 0 to 100. */
  readonly score: number;
}

export const noStatistics: ScoreStatistics = { formatVersion: 1, tables: [] };

/** The statistics with one comparison more, and without what is too old to be kept. */
export const countScore = (
  { formatVersion, tables }: ScoreStatistics,
  { calibration, pair, day, score }: CountedScore,
): ScoreStatistics => {
  const key = { calibration, pair };
  const counted = tables.find((table) => isSame(table, key)) ?? { ...key, days: [] };
  const others = tables.filter((table) => table !== counted);
  const grown = { ...counted, days: countDay(counted.days, day, score) };
  return { formatVersion, tables: [...others, grown].slice(-keptTables) };
};

const countDay = (days: readonly DayCounts[], day: string, score: number): DayCounts[] => {
  const former = days.find((one) => one.day === day)?.counts ?? noCounts;
  const step = stepOf(score);
  const counts = former.map((count, at) => (at === step ? count + 1 : count));
  const others = days.filter((one) => one.day !== day);
  return [...others, { day, counts }].slice(-keptDays);
};

/** Comparisons of several days, taken together. */
export interface SeenScores {
  readonly counts: StepCounts;
  /** How many days of them there are. */
  readonly days: number;
  /** ISO 8601 days; absent where there are none. */
  readonly from?: string;
  readonly to?: string;
}

/** Which of the days are looked at: the last few, or the last that together have so many comparisons. */
export type SeenWindow = { readonly days: number } | { readonly comparisons: number };

/** What the newest days of a table hold; whole days, so it may be more comparisons than were asked for. */
export const seenScores = (
  { tables }: ScoreStatistics,
  key: TableKey,
  window: SeenWindow,
): SeenScores => {
  const all = tables.find((table) => isSame(table, key))?.days ?? [];
  const chosen: DayCounts[] = [];
  let counts = noCounts;
  for (const one of all.toReversed()) {
    const isEnough =
      'days' in window ? chosen.length >= window.days : totalOf(counts) >= window.comparisons;
    if (isEnough) break;
    chosen.push(one);
    counts = addCounts(counts, one.counts);
  }
  const [newest, oldest] = [chosen[0], chosen.at(-1)];
  return {
    counts,
    days: chosen.length,
    ...(oldest && newest && { from: oldest.day, to: newest.day }),
  };
};
