import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Figure } from './figures.ts';

const target = z.union([z.object({ most: z.number() }), z.object({ least: z.number() })]);

/** What a run leaves in its file. */
const benchResult = z.object({
  schema: z.literal('witness-bench/1'),
  date: z.string(),
  node: z.string(),
  machine: z.object({
    processor: z.string(),
    cores: z.number(),
    memoryMb: z.number(),
    /** How many threads wanted to run in the last minute, before and after: of others, too. */
    load: z.tuple([z.number(), z.number()]),
  }),
  quick: z.boolean(),
  figures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      better: z.enum(['lower', 'higher', 'neither']),
      target: target.exactOptional(),
      median: z.number(),
      noise: z.number(),
      samples: z.number(),
    }),
  ),
});
export type BenchResult = z.output<typeof benchResult>;

/** The threads that wanted to run in the last minute. */
export const loadNow = (): number => loadavg()[0] ?? NaN;

/** The result of a run that has just ended. */
export const makeResult = (
  figures: readonly Figure[],
  { quick, loadBefore }: { readonly quick: boolean; readonly loadBefore: number },
): BenchResult => ({
  schema: 'witness-bench/1',
  date: new Date().toISOString(),
  node: process.version,
  machine: {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    load: [loadBefore, loadNow()],
  },
  quick,
  figures: [...figures],
});

/** Writes a result, in a folder that is made where it is missing. */
export const writeResult = (file: string, result: BenchResult): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
};

/** Reads a result. @throws Error that says what is wrong with a file that is none. */
export const readResult = (file: string): BenchResult => {
  try {
    return benchResult.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`${file} is no result of this bench: ${reason}`, { cause });
  }
};
