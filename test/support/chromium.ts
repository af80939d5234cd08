import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { canInstallChromium, findChromium, thisMachine } from './find-chromium.ts';

const run = promisify(execFile);

export interface ChromiumOptions {
  /** A video from `makeFakeCameraVideo` for a camera; without one there is no camera at all. */
  readonly cameraVideo?: string;
  /**
   * Whether every page may use the camera unasked, whatever its permissions say. Default true; where
   * false, a page is refused it until its context grants it (`grantPermissions(['camera'])`).
   */
  readonly isCameraAllowed?: boolean;
  /** More switches of Chromium. */
  readonly args?: readonly string[];
  /** Default true. */
  readonly headless?: boolean;
}

/**
 * Starts a real Chromium with a fresh profile, which is removed when the browser is closed. Pages of
 * different contexts (`browser.newContext()`) know nothing of each other.
 *
 * On Debian, as root, a Chromium that is missing is installed first.
 *
 * @throws Error that says what to do where there is no Chromium and none can be installed.
 */
export const launchChromium = async (options: ChromiumOptions = {}): Promise<Browser> => {
  const { cameraVideo, isCameraAllowed = true, args = [], headless = true } = options;
  return chromium.launch({
    ...(await chromiumOptions([...cameraSwitches(cameraVideo, isCameraAllowed), ...args])),
    headless,
  });
};

/** Which Chromium, and how it is started; for those who need more of Playwright than `launchChromium` uses. */
export const chromiumOptions = async (
  args: readonly string[],
): Promise<Pick<LaunchOptions, 'executablePath' | 'chromiumSandbox' | 'args'>> => ({
  executablePath: await chromiumPath(),
  // Chromium's sandbox does not start as root; for everybody else it stays on.
  chromiumSandbox: process.getuid?.() !== 0,
  args: [...quiet, ...args],
});

/** Nothing is drawn by a graphics card, nothing fetched, nothing asked. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const cameraSwitches = (video: string | undefined, isAllowed: boolean): readonly string[] =>
  video === undefined
    ? // The computer's own cameras must not be in the way of a test.
      ['--use-fake-device-for-media-stream=device-count=0']
    : [
        ...(isAllowed ? ['--use-fake-ui-for-media-stream'] : []),
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${video}`,
      ];

const chromiumPath = async (): Promise<string> => {
  const found = findChromium(thisMachine());
  if (found !== undefined) return found;
  const failure = canInstallChromium() ? await installFailure() : undefined;
  // Another test file may have installed it meanwhile, and have been the reason of the failure.
  const installed = findChromium(thisMachine());
  if (installed !== undefined) return installed;
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: `apt-get install chromium`; elsewhere ' +
      'Google Chrome will do), or set WITNESS_CHROMIUM to the path of one.',
    { cause: failure },
  );
};

/** @returns why it could not be installed; undefined when it could. */
const installFailure = async (): Promise<unknown> => {
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', [...patient, 'update'], { env });
    await run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', 'chromium'], {
      env,
    });
    return undefined;
  } catch (caught) {
    return caught;
  }
};
