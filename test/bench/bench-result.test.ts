import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeResult, readResult, writeResult } from './bench-result.ts';
import type { Better, Figure } from './figures.ts';

const figure = (id: string, median: number, noise: number, better: Better = 'lower'): Figure => ({
  ...{ id, title: `title of ${id}`, unit: 'ms', better },
  ...{ median, noise, samples: 10 },
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
    expect(() => readResult(file)).toThrow(/other\.json is no result of this bench.*schema/s);
  });
});
