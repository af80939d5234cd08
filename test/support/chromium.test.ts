import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { canInstallChromium, findChromium, type Machine } from './find-chromium.ts';

const machine = (files: readonly string[], rest: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  environment: {},
  exists: (path) => files.includes(path),
  playwrightPath: '/cache/playwright/chrome',
  ...rest,
});

describe('Chromium is found', () => {
  test.each([
    ['as Debian has it', machine(['/usr/bin/chromium', '/usr/bin/google-chrome'])],
    [
      'where PATH leads',
      machine(['/opt/x/google-chrome'], { environment: { PATH: '/bin:/opt/x' } }),
    ],
    ['as Playwright brings it', machine(['/cache/playwright/chrome'])],
    [
      'in the applications of a Mac',
      machine(['/Applications/Chromium.app/Contents/MacOS/Chromium'], { platform: 'darwin' }),
    ],
  ])('%s', (_, here) => {
    expect(here.exists(findChromium(here)!)).toBe(true);
  });

  test('where WITNESS_CHROMIUM says, before any other', () => {
    const environment = { WITNESS_CHROMIUM: '/my/chromium' };
    const here = machine(['/usr/bin/chromium', '/my/chromium'], { environment });
    expect(findChromium(here)).toBe('/my/chromium');
  });

  test('nowhere, on a computer without one', () => {
    expect(findChromium(machine([]))).toBeUndefined();
  });

  test('not in another place than WITNESS_CHROMIUM says', () => {
    const environment = { WITNESS_CHROMIUM: '/my/chromium' };
    expect(() => findChromium(machine(['/usr/bin/chromium'], { environment }))).toThrow(
      'WITNESS_CHROMIUM is /my/chromium',
    );
  });
});

test.each([
  ['ID=debian\nVERSION_ID="12"\n', 0, true],
  ['ID=debian\n', 1000, false],
  ['ID=ubuntu\nID_LIKE=debian\n', 0, false],
  ['', 0, false],
])('Chromium is installed only on Debian and as root: %j, user %i', (osRelease, user, may) => {
  expect(canInstallChromium(osRelease, user)).toBe(may);
});

describe('a Chromium that was started', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('shows pages', async () => {
    const page = await browser.newPage();
    await page.setContent('<title>Witness</title>');
    expect(await page.title()).toBe('Witness');
  });

  test('has no camera unless it is given one', async () => {
    const page = await browser.newPage();
    await page.route('http://localhost/', (route) => route.fulfill({ body: '' }));
    await page.goto('http://localhost/');
    const cameras = await page.evaluate<number>(
      `navigator.mediaDevices.enumerateDevices().then((all) =>
        all.filter(({ kind }) => kind === 'videoinput').length)`,
    );
    expect(cameras).toBe(0);
  });
});
