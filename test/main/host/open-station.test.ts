import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStatistics, statisticsFile } from '../../../main/drift/statistics-file.ts';
import { openStation } from '../../../main/host/open-station.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-station-'));
});
afterEach(() => rm(folder, { recursive: true }));

const onError = (): void => undefined;
const score = {
  calibration: 'sample-1',
  pair: 'IDPic-FacePic',
  day: '2026-03-10',
  score: 93,
} as const;

describe('a station', () => {
  it('keeps the settings of its file', async () => {
    const settingsFile = join(folder, 'settings.json');
    await writeFile(settingsFile, JSON.stringify({ compare: { far: 0.01 } }));
    const station = await openStation({ isDemo: false, settingsFile, onError });
    expect(station.settings.compare.far).toBe(0.01);
    const next = settingsSchema.parse({ screen: { language: 'en' } });
    await station.changeSettings(next);
    expect(JSON.parse(await readFile(settingsFile, 'utf8'))).toMatchObject({
      screen: { language: 'en' },
    });
    expect(station.stage).toEqual({ phase: 'starting' });
    expect(station.parts).toBeUndefined();
  });

  it('is locked by a PIN beside its settings, and says at once where that cannot be read', async () => {
    const settingsFile = join(folder, 'settings.json');
    await writeFile(settingsFile, '{}');
    await writeFile(join(folder, 'desk-pin.json'), '{}');
    const errors: string[] = [];
    const station = await openStation({
      ...{ isDemo: false, settingsFile },
      onError: ({ code }) => errors.push(code),
    });
    expect(errors).toEqual(['desk-lock.file-unusable']);
    expect(station.lock.state).toEqual({ hasPin: true, isLocked: true });
  });

  it('goes on counting scores where it stopped, and keeps them when it ends', async () => {
    const settingsFile = join(folder, 'settings.json');
    // A station that cannot begin to serve ends as one that served all day.
    await writeFile(settingsFile, JSON.stringify({ compare: { population: 'nobody' } }));
    for (const counted of [1, 2]) {
      const station = await openStation({ isDemo: false, settingsFile, onError });
      const end = new AbortController();
      const ended = station.run(end.signal);
      station.options.scores.count(score);
      end.abort();
      await ended;
      const { tables } = await readStatistics(statisticsFile(settingsFile));
      expect(tables[0]?.days[0]?.counts[18]).toBe(counted);
    }
  });

  it('whose scores cannot be kept says so, and is a station all the same', async () => {
    const settingsFile = join(folder, 'settings.json');
    await writeFile(settingsFile, JSON.stringify({ compare: { population: 'nobody' } }));
    await writeFile(statisticsFile(settingsFile), 'torn');
    const codes: string[] = [];
    const station = await openStation({
      isDemo: false,
      settingsFile,
      onError: ({ code }) => codes.push(code),
    });
    const end = new AbortController();
    const ended = station.run(end.signal);
    end.abort();
    await ended;
    expect(codes).toContain('drift.file-invalid');
    expect(await readFile(statisticsFile(settingsFile), 'utf8')).toBe('torn');
  });

  it('cannot be made of settings that are none', async () => {
    const settingsFile = join(folder, 'settings.json');
    await writeFile(settingsFile, JSON.stringify({ compare: { far: 2 } }));
    await expect(openStation({ isDemo: false, settingsFile, onError })).rejects.toMatchObject({
      code: 'settings.invalid',
    });
  });
});

describe('a demonstration', () => {
  it('neither reads nor writes anybody’s settings', async () => {
    const settingsFile = join(folder, 'settings.json');
    await writeFile(settingsFile, 'not even JSON');
    const station = await openStation({ isDemo: true, settingsFile, onError });
    expect(station.settings).toMatchObject({ isSetUp: true, compare: { far: 0.001, attempts: 3 } });
    await station.changeSettings({ ...station.settings, isSetUp: false });
    expect(station.settings.isSetUp).toBe(false);
    expect(await readFile(settingsFile, 'utf8')).toBe('not even JSON');
  });

  it('keeps no count of its invented guests', async () => {
    const settingsFile = join(folder, 'settings.json');
    const station = await openStation({ isDemo: true, settingsFile, onError });
    station.options.scores.count(score);
    await station.options.scores.flush();
    expect(await readdir(folder)).toEqual([]);
  });
});
