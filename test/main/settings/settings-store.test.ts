import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../main/settings/read-settings.ts';
import { forgetfulSettings, openSettingsStore } from '../../../main/settings/settings-store.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stricter = settingsSchema.parse({ compare: { far: 0.0001, attempts: 1 } });

describe('the settings of a running station', () => {
  it('are read from their file', async () => {
    await writeFile(file, '{"compare":{"far":0.01}}');
    expect((await openSettingsStore(file)).current.compare.far).toBe(0.01);
  });

  it('are read from a file that begins with a byte order mark', async () => {
    await writeFile(file, '\uFEFF{"compare":{"far":0.01}}');
    expect((await openSettingsStore(file)).current.compare.far).toBe(0.01);
  });

  it('are kept in the file when they are changed', async () => {
    await writeFile(file, '{}');
    const store = await openSettingsStore(file);
    await store.change(stricter);
    expect(store.current).toEqual(stricter);
    expect(await readSettings(file)).toEqual(stricter);
  });

  it.runIf(process.platform !== 'win32')('are for this user only to read', async () => {
    await writeFile(file, '{}');
    await (await openSettingsStore(file)).change(stricter);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('stay as they are when they cannot be written', async () => {
    await writeFile(file, '{}');
    const store = await openSettingsStore(file);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder was');
    await expect(store.change(stricter)).rejects.toMatchObject({ code: 'settings.not-written' });
    expect(store.current).toEqual(settingsSchema.parse({}));
  });

  it('leave a file that is not valid untouched', async () => {
    await writeFile(file, '{"compare":{"far":7}}');
    await expect(openSettingsStore(file)).rejects.toMatchObject({
      code: 'settings.invalid',
      data: { where: 'compare.far' },
    });
    expect(await readFile(file, 'utf8')).toBe('{"compare":{"far":7}}');
  });

  it('are forgotten where a demonstration changes them', async () => {
    const store = forgetfulSettings(settingsSchema.parse({}));
    await store.change(stricter);
    expect(store.current).toEqual(stricter);
  });
});
