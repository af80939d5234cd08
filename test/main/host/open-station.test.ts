import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStation } from '../../../main/host/open-station.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-station-'));
});
afterEach(() => rm(folder, { recursive: true }));

const onError = (): void => undefined;

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
});
