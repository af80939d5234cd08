import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What precedes the fuses in Electron's program (`@electron/fuses`, "fuse wire"). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wireVersion = 1;

/**
 * Electron's own version, which `electron-builder` expects its folder to be of. Read from the package:
 * its program may not be installed.
 */
const { version } = createRequire(import.meta.url)('electron/package.json') as {
  readonly version: string;
};

/**
 * Makes a folder that looks like an unpacked Electron for Linux: everything electron-builder moves,
 * renames, removes or changes, and a program that is nothing but its fuses.
 *
 * @param states - the state of each fuse in the wire, as `0` or `1`.
 */
export const createStandInElectron = async (folder: string, states: string): Promise<void> => {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  const texts = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'];
  const locales = ['de', 'en-US', 'zh-CN', 'zh-TW'].map((name) => `locales/${name}.pak`);
  for (const name of [...texts, ...locales]) await writeFile(join(folder, name), 'stand-in');
  await writeFile(join(folder, 'version'), version);
  const wire = Buffer.from([wireVersion, states.length, ...Buffer.from(states, 'latin1')]);
  const program = Buffer.concat([Buffer.from(`\x7fELF${sentinel}`, 'latin1'), wire]);
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 });
};
