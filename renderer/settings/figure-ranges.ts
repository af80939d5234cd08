import type { DraftField } from './draft-fields.ts';
import type { DraftProblem } from './draft-problem.ts';
import { wholeOf } from './read-text.ts';

/** Least and greatest of each figure, as the schema has them. */
export const ranges = {
  'reader.maxRfBytes': { from: 24, to: 255 },
  'decoder.timeout': { from: 100, to: 60_000 },
  'engine.cloud.timeout': { from: 500, to: 60_000 },
  'compare.threads': { from: 1, to: 64 },
  'compare.attempts': { from: 1, to: 10 },
  'records.retentionDays': { from: 0, to: 3650 },
  'gateway.port': { from: 0, to: 65_535 },
  'gateway.metricsPort': { from: 0, to: 65_535 },
  'gateway.rate.requests': { from: 1, to: 1_000_000 },
  'gateway.rate.seconds': { from: 1, to: 3600 },
  'screen.holdSeconds': { from: 2, to: 120 },
} as const satisfies Readonly<Partial<Record<DraftField, { from: number; to: number }>>>;

/** What is wrong with the figure typed into a field. */
export const figure = (field: keyof typeof ranges, text: string): DraftProblem | undefined => {
  const { from, to } = ranges[field];
  const value = wholeOf(text);
  return value >= from && value <= to ? undefined : { kind: 'range', from, to };
};
