import { describe, expect, test } from 'vitest';
import { compareRuns, exitCodeOf, type Comparison } from './bench-change.ts';
import type { BenchResult } from './bench-result.ts';
import type { Better, Figure } from './figures.ts';

const figure = (id: string, median: number, noise: number, better: Better = 'lower'): Figure => ({
  ...{ id, title: `title of ${id}`, unit: 'ms', better },
  ...{ median, noise, samples: 10 },
});
const machine: BenchResult['machine'] = {
  ...{ processor: 'sample', cores: 2, memoryMb: 4096 },
  load: [0, 0],
};
type Run = Parameters<typeof compareRuns>[0];
const runOf = (figures: readonly Figure[], changes: Partial<Run> = {}): Run => ({
  ...{ figures: [...figures], quick: false, node: 'v20.20.0', machine },
  ...changes,
});
const compare = (before: Run, after: Run): Comparison => compareRuns(before, after, ['a', 'c']);
const verdicts = (before: readonly Figure[], after: readonly Figure[]): Record<string, string> =>
  Object.fromEntries(
    compare(runOf(before), runOf(after)).changes.map(({ id, verdict }) => [id, verdict]),
  );

describe('against an earlier run', () => {
  test.each([
    [10, 13.1, 'worse'],
    [10, 13, 'same'],
    [10, 7, 'same'],
    [10, 6.9, 'better'],
  ])('a time of %f that is %f now is %s, with noises of 1 and 2', (before, after, verdict) => {
    expect(verdicts([figure('a', before, 1)], [figure('a', after, 2)])).toEqual({ a: verdict });
  });

  test('what should be high is worse when it is lower', () => {
    const before = [figure('c', 30, 1, 'higher')];
    expect(verdicts(before, [figure('c', 27, 1, 'higher')])).toEqual({ c: 'worse' });
    expect(verdicts(before, [figure('c', 33, 1, 'higher')])).toEqual({ c: 'better' });
  });

  test('what is only told is not judged', () => {
    const before = [figure('f', 1, 0, 'neither')];
    expect(verdicts(before, [figure('f', 9, 0, 'neither')])).toEqual({ f: 'not judged' });
  });

  test('a figure that is gone is missed, unless it was not measured now', () => {
    const comparison = compare(
      runOf([figure('a.one', 1, 0), figure('a.two', 1, 0), figure('f.one', 1, 0)]),
      runOf([figure('a.one', 1, 0), figure('a.new', 1, 0)]),
    );
    expect(comparison.missing).toEqual(['title of a.two']);
    expect(exitCodeOf(comparison)).toBe(1);
  });

  test('of another machine only ratios are judged', () => {
    const ratio = (median: number): Figure => ({ ...figure('a.ratio', median, 0), unit: '×' });
    const before = runOf([figure('a.time', 1, 0), ratio(1)], {
      machine: { ...machine, processor: 'another' },
    });
    const comparison = compare(before, runOf([figure('a.time', 9, 0), ratio(1)]));
    expect(comparison.changes.map(({ verdict }) => verdict)).toEqual(['not judged', 'same']);
    expect(comparison.warnings).toHaveLength(1);
    expect(exitCodeOf(comparison)).toBe(0);
  });

  test('a quick run and another version of Node are said', () => {
    const before = runOf([figure('a', 1, 0)], { quick: true, node: 'v22.0.0' });
    expect(compare(before, runOf([figure('a', 1, 0)])).warnings).toHaveLength(2);
  });
});

describe('the bench ends', () => {
  test.each([
    [0, 'nothing got worse', [figure('a', 1, 0)], [figure('a', 1, 0)]],
    [1, 'something did', [figure('a', 1, 0)], [figure('a', 2, 0)]],
    [2, 'the runs have no figure in common', [figure('f', 1, 0)], [figure('a', 1, 0)]],
    [2, 'there is none at all', [], []],
  ])('with %i where %s', (code, _, before, after) => {
    expect(exitCodeOf(compare(runOf(before), runOf(after)))).toBe(code);
  });
});
