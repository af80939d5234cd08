import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { _electron, type ElectronApplication } from 'playwright-core';
import { demoPictures } from '../../main/demo/demo-picture.ts';
import { productRoot } from '../../main/settings/product-root.ts';
import { findElectronProgram } from '../../main/start/electron-program.ts';
import { StartError } from '../../main/start/start-error.ts';
import { makeFakeCameraVideo } from '../support/fake-camera/fake-camera-video.ts';
import { noEscape, phasesOfPass, playVerification, tryToEscape } from './verification.ts';

/*
 * `npm run test:electron`: one whole verification in the window of a real Electron, where its program
 * is installed. It is no file of the other tests because most machines that run those have none. Where
 * there must be one, WITNESS_REQUIRE_ELECTRON=1 says so.
 */

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const check = (what: string, seen: unknown, wanted: unknown): void => {
  if (!isDeepStrictEqual(seen, wanted))
    throw new Error(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(wanted)}`);
  say(`  ✓ ${what}`);
};

const isInstalled = (): boolean => {
  try {
    const directory = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    findElectronProgram(directory, process.env['ELECTRON_OVERRIDE_DIST_PATH']);
    return true;
  } catch (caught) {
    if (caught instanceof StartError) return false;
    throw caught;
  }
};

/** Starts the built station in Electron: a demonstration, with a film for a camera. */
const launch = (folder: string, film: string): Promise<ElectronApplication> =>
  _electron.launch({
    // Without a path Playwright finds Electron itself, and holds its `ready` back until it listens.
    args: [
      productRoot(),
      '--demo',
      `--user-data-dir=${join(folder, 'user-data')}`,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    // As for Chromium: the sandbox does not start as root, and stays on for everybody else.
    chromiumSandbox: process.getuid?.() !== 0,
  });

/** Whether the operating system confines the page, where Electron can tell. */
const isConfined = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .every(({ sandboxed }) => sandboxed === true),
  );

const run = async (folder: string): Promise<void> => {
  const film = join(folder, 'holder.mjpeg');
  await makeFakeCameraVideo(await demoPictures('holder'), film);
  const app = await launch(folder, film);
  try {
    const page = await app.firstWindow();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    check('the page has its own origin', await page.evaluate('location.origin'), 'app://station');
    check('a guest passes', await playVerification(page), phasesOfPass);
    check('the page complains of nothing', complaints, []);
    check('the page cannot leave its place', await tryToEscape(page), noEscape);
    if (process.platform !== 'linux')
      check('the system confines the page', await isConfined(app), true);
  } finally {
    await app.close();
  }
};

if (!isInstalled()) {
  say(
    'test:electron was skipped: Electron is not installed here (`npx install-electron` fetches it).',
  );
  process.exitCode = process.env['WITNESS_REQUIRE_ELECTRON'] === '1' ? 1 : 0;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'witness-electron-'));
  try {
    say('One verification in Electron’s own window:');
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
