import type { BenchResult } from './bench-result.ts';

/** A figure of two runs. */
export interface Change {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  /** What the two may differ by without meaning anything: the noise of both runs together. */
  readonly noise: number;
  readonly verdict: 'worse' | 'better' | 'same' | 'not judged';
}

/** Two runs beside each other. */
export interface Comparison {
  /** The figures both have, in the order of the later one. */
  readonly changes: readonly Change[];
  /** Titles of figures the earlier run has and the later one should have, too, and has not. */
  readonly missing: readonly string[];
  /** What makes the two runs differ besides the program. */
  readonly warnings: readonly string[];
}

type ComparedRun = Pick<BenchResult, 'figures' | 'quick' | 'machine' | 'node'>;

/**
 * Lays two runs beside each other. Of runs on different machines only ratios are judged: milliseconds,
 * megabytes and rates tell the machines apart, not the programs.
 *
 * @param letters - the measurements that were made now; of others nothing is missed.
 */
export const compareRuns = (
  before: ComparedRun,
  after: ComparedRun,
  letters: readonly string[],
): Comparison => {
  const isSameMachine =
    before.machine.processor === after.machine.processor &&
    before.machine.cores === after.machine.cores;
  const changes = after.figures.flatMap((figure): readonly Change[] => {
    const earlier = before.figures.find(({ id }) => id === figure.id);
    if (earlier === undefined) return [];
    const { id, title, unit, better } = figure;
    const noise = earlier.noise + figure.noise;
    const rise = figure.median - earlier.median;
    const worsening = better === 'higher' ? -rise : rise;
    const judged = worsening > noise ? 'worse' : worsening < -noise ? 'better' : 'same';
    const isJudged = better !== 'neither' && (isSameMachine || unit === '×');
    const verdict = isJudged ? judged : 'not judged';
    return [{ id, title, unit, before: earlier.median, after: figure.median, noise, verdict }];
  });
  const missing = before.figures
    .filter(({ id }) => letters.includes(id.split('.', 1)[0] ?? ''))
    .filter(({ id }) => after.figures.every((figure) => figure.id !== id))
    .map(({ title }) => title.trim());
  return {
    changes,
    missing,
    warnings: [
      ...(isSameMachine ? [] : ['The earlier run was on another machine: only ratios are judged.']),
      ...(before.node === after.node ? [] : [`The earlier run was on Node ${before.node}.`]),
      ...(before.quick === after.quick
        ? []
        : [
            'One run was quick, the other was not: the noise of the quick one is itself uncertain.',
          ]),
    ],
  };
};

/** Exit code: 2 where nothing could be judged, 1 where something got worse or is missing. */
export const exitCodeOf = ({ changes, missing }: Comparison): 0 | 1 | 2 => {
  if (changes.every(({ verdict }) => verdict === 'not judged')) return 2;
  return missing.length > 0 || changes.some(({ verdict }) => verdict === 'worse') ? 1 : 0;
};
