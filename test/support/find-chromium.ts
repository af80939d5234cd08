import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What this computer has to offer, as far as Chromium goes. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Partial<Record<string, string>>>;
  readonly exists: (path: string) => boolean;
  /** Where Playwright would have put its own. */
  readonly playwrightPath: string;
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  environment: process.env,
  exists: existsSync,
  playwrightPath: chromium.executablePath(),
});

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

/** Where installers put it that leave PATH alone. */
const applications: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * Looks for Chromium: `WITNESS_CHROMIUM`, then `/usr/bin` and PATH, then the usual applications, then
 * Playwright's own.
 *
 * @returns undefined where there is none.
 * @throws Error when `WITNESS_CHROMIUM` names something that is not there.
 */
export const findChromium = (machine: Machine): string | undefined => {
  const { platform, environment, exists, playwrightPath } = machine;
  const chosen = environment['WITNESS_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (exists(chosen)) return chosen;
    throw new Error(`WITNESS_CHROMIUM is ${chosen}, and no such file exists. Correct or unset it.`);
  }
  const folders = ['/usr/bin', ...(environment['PATH'] ?? '').split(delimiter).filter(Boolean)];
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...(applications[platform] ?? []),
    playwrightPath,
  ].find((path) => path !== '' && exists(path));
};

/** Whether Chromium can be installed here without asking anybody: Debian (its `chromium` is a real package; Ubuntu's is not), as root. */
export const canInstallChromium = (
  osRelease = readIfThere('/etc/os-release'),
  userId = process.getuid?.(),
): boolean => userId === 0 && /^ID="?debian"?$/m.test(osRelease);

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
