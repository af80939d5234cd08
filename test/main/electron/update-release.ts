import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { DebUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';

/** What a publisher has: the key that signs, and the one that sites enter in their settings. */
export const createPublisher = (): {
  readonly privateKey: KeyObject;
  readonly publicKey: string;
} => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { privateKey, publicKey: spki.toString('base64') };
};

/** The list of updates under the name it has on every system. */
export const listNames = ['latest.yml', 'latest-mac.yml', 'latest-linux.yml'];

export const installerName = 'witness-station.deb';

/** A list of one installer, as electron-builder writes it. */
export const listOf = (version: string, installer: string): string => {
  const sha512 = createHash('sha512').update(installer).digest('base64');
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${installerName}`,
    `    sha512: ${sha512}`,
    `    size: ${installer.length}`,
    "releaseDate: '2026-01-01T00:00:00.000Z'",
    '',
  ].join('\n');
};

/** Puts a signed release into a folder. */
export const publish = async (
  folder: string,
  key: KeyObject,
  version: string,
  installer = `installer of ${version}`,
): Promise<void> => {
  const list = listOf(version, installer);
  const signature = sign(null, Buffer.from(list), key).toString('base64');
  for (const name of listNames) {
    await writeFile(join(folder, name), list);
    await writeFile(join(folder, `${name}.sig`), `${signature}\n`);
  }
  await writeFile(join(folder, installerName), installer);
};

/**
 * Electron-updater's own updater of Debian packages, told that it runs in a packaged application;
 * only the requests and the application are Node's. It downloads and never installs: nobody quits.
 *
 * @param home - where it keeps what it downloaded.
 */
export const createRealUpdater = async (home: string, version: string): Promise<DebUpdater> => {
  const appUpdateConfigPath = join(home, 'app-update.yml');
  await mkdir(home, { recursive: true });
  await writeFile(
    appUpdateConfigPath,
    "provider: generic\nurl: ''\nupdaterCacheDirName: updates\n",
  );
  const nothing = (): void => undefined;
  const updater = new DebUpdater(null, {
    ...{ version, name: 'witness-station', isPackaged: true, appUpdateConfigPath },
    ...{ userDataPath: home, baseCachePath: home },
    whenReady: () => Promise.resolve(),
    ...{ relaunch: nothing, quit: nothing, onQuit: nothing },
  });
  const httpExecutor = Object.assign(new ElectronHttpExecutor(), { createRequest: request });
  return Object.assign(updater, { httpExecutor });
};

/** Where {@link createRealUpdater} puts a downloaded installer. */
export const downloadedInstaller = (home: string): string =>
  join(home, 'updates', 'pending', installerName);
