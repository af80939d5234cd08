import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareResults, makeResult, readResult, writeResult } from './bench-result.ts';
import type { Better, Figure } from './figures.ts';

const figure = (id: string, median: number, noise: number, better: Better = 'lower'): Figure => ({
  ...{ id, title: `title of ${id}`, unit: 'ms', better },
  ...{ median, noise, samples: 10 },
});
const verdicts = (before: readonly Figure[], after: readonly Figure[]): Record<string, string> =>
  Object.fromEntries(
    compareResults({ figures: [...before] }, { figures: [...after] }).map(({ id, verdict }) => [
      id,
      verdict,
    ]),
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

  test('figures of one run alone are left out', () => {
    expect(verdicts([figure('a', 1, 0)], [figure('b', 1, 0)])).toEqual({});
  });
});

describe('the file of a result', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'witness-bench-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('is read as it was written, into a folder that was not there', () => {
    const file = join(folder, 'new', 'bench.json');
    const withTarget = { ...figure('b', 2, 1), target: { most: 3 } };
    const result = makeResult([figure('a', 1, 0), withTarget], { quick: true, loadBefore: 0.5 });
    writeResult(file, result);
    expect(readResult(file)).toEqual(result);
  });

  test('that is another file is refused', () => {
    const file = join(folder, 'other.json');
    writeFileSync(file, '{"schema":"witness-bench/0","figures":[]}');
    expect(() => readResult(file)).toThrow(/schema/);
  });
});
