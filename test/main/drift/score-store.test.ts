import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryScoreStore, openScoreStore } from '../../../main/drift/score-store.ts';
import { noStatistics } from '../../../main/drift/score-statistics.ts';
import { readStatistics, statisticsFile } from '../../../main/drift/statistics-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-drift-'));
  file = statisticsFile(join(folder, 'settings.json'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

const score = {
  calibration: 'sample-1',
  pair: 'IDPic-FacePic',
  day: '2026-03-10',
  score: 93,
} as const;
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

describe('the scores of a running station', () => {
  it('lie beside its settings', () => {
    expect(statisticsFile(join('etc', 'a.json'))).toBe(join('etc', 'score-statistics.json'));
  });

  it('begin with none, and make no file before something is counted', async () => {
    const store = await openScoreStore(file);
    expect([store.current, store.problem]).toEqual([noStatistics, undefined]);
    await store.flush();
    expect(await exists(file)).toBe(false);
  });

  it('are there again when the station is started anew', async () => {
    const store = await openScoreStore(file);
    store.count(score);
    store.count({ ...score, day: '2026-03-11' });
    await store.flush();
    const again = await openScoreStore(file);
    expect(again.current).toEqual(store.current);
    again.count(score);
    await again.flush();
    const [table] = (await readStatistics(file)).tables;
    expect(table?.days.map(({ day, counts }) => [day, counts[18]])).toEqual([
      ['2026-03-11', 1],
      ['2026-03-10', 2],
    ]);
  });

  it('are written a minute after the first of them, all at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const store = await openScoreStore(file);
    store.count(score);
    vi.advanceTimersByTime(59_999);
    store.count(score);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(vi.getTimerCount()).toBe(0);
    await store.flush();
    expect(await readStatistics(file)).toEqual(store.current);
    expect(store.current.tables[0]?.days[0]?.counts[18]).toBe(2);
    // Nothing new: nothing to write.
    await rm(file);
    await store.flush();
    expect(await exists(file)).toBe(false);
    store.count(score);
    expect(vi.getTimerCount()).toBe(1);
    await store.flush();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.runIf(process.platform !== 'win32')('are for this user only to read', async () => {
    const store = await openScoreStore(file);
    store.count(score);
    await store.flush();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['no JSON', '{"formatVersion":1,"tab'],
    ['no statistics', '{"formatVersion":1,"tables":[{"calibration":"x"}]}'],
    ['of another format', '{"formatVersion":2,"tables":[]}'],
  ])('leave a file that is %s as it is, and are counted all the same', async (_what, text) => {
    await writeFile(file, text);
    const store = await openScoreStore(file);
    expect(store.problem).toMatchObject({ code: 'drift.file-invalid', data: { file } });
    store.count(score);
    await store.flush();
    expect(store.current.tables).toHaveLength(1);
    expect(store.problem?.code).toBe('drift.file-invalid');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('leave alone what cannot be read', async () => {
    await mkdir(file);
    const store = await openScoreStore(file);
    expect(store.problem).toMatchObject({ code: 'drift.file-unreadable', data: { file } });
    store.count(score);
    await store.flush();
    expect((await stat(file)).isDirectory()).toBe(true);
  });

  it('that cannot be written say so, and are written once they can be', async () => {
    const store = await openScoreStore(file);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder was');
    store.count(score);
    await store.flush();
    expect(store.problem).toMatchObject({ code: 'drift.not-written', data: { file } });
    await rm(folder);
    await store.flush();
    expect(store.problem).toBeUndefined();
    expect(await readStatistics(file)).toEqual(store.current);
  });

  it('end with the program where there is no file for them', async () => {
    vi.useFakeTimers();
    const store = memoryScoreStore();
    store.count(score);
    expect(vi.getTimerCount()).toBe(0);
    await store.flush();
    expect(store.current.tables).toHaveLength(1);
    expect(store.problem).toBeUndefined();
  });
});
