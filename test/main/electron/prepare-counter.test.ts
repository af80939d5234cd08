import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareCounter } from '../../../main/electron/prepare-counter.ts';
import { launchWithNode } from '../../../main/process/launcher.ts';
import { usualSettingsFile } from '../../../main/settings/read-settings.ts';

// Only Linux lets a test say where the operating system's place for settings is.
describe.skipIf(process.platform !== 'linux')('prepareCounter', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-settings-'));
    vi.stubEnv('XDG_CONFIG_HOME', folder);
    await mkdir(dirname(usualSettingsFile()), { recursive: true });
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  const set = (settings: unknown): Promise<void> =>
    writeFile(usualSettingsFile(), JSON.stringify(settings));

  it('opens engine, decoder and reader as the settings say', async () => {
    await set({
      reader: { port: '/dev/there-is-no-such-port' },
      compare: { far: 0.01, review: false },
    });
    const launch = vi.fn(launchWithNode);
    const parts = await prepareCounter(launch);
    const stop = new AbortController();
    try {
      expect(launch).toHaveBeenCalledOnce();
      expect(parts.rules).toEqual({ far: 0.01, review: false });
      expect(parts.engine.name).toBe('local');
      for await (const event of parts.reader.events({ signal: stop.signal })) {
        expect(event).toMatchObject({
          type: 'reader-lost',
          error: { code: 'reader.port-not-found' },
        });
        break;
      }
    } finally {
      await parts.close();
    }
    await expect(
      parts.engine.compareFaces({
        source: { type: 'IDPic', image: new Uint8Array([1]) },
        target: { type: 'FacePic', image: new Uint8Array([1]) },
      }),
    ).rejects.toMatchObject({ code: 'engine.closed' });
  });

  it.each([
    ['settings that are not valid', { compare: { far: 7 } }, 'settings.invalid'],
    [
      'a population nobody was measured of',
      { compare: { population: 'nobody' } },
      'calibration.unknown-population',
    ],
  ])('starts nothing with %s', async (_what, settings, code) => {
    await set(settings);
    const launch = vi.fn(launchWithNode);
    await expect(prepareCounter(launch)).rejects.toMatchObject({ code });
    expect(launch).not.toHaveBeenCalled();
  });
});
