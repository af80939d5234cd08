import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveBrowser, type BrowserHost } from '../../main/browser/browser-host.ts';
import { openStation } from '../../main/host/open-station.ts';
import type { Station } from '../../main/host/station.ts';
import { launchWithNode, type LaunchProcess } from '../../main/process/launcher.ts';
import { productRoot } from '../../main/settings/product-root.ts';
import { launchChromium } from '../support/chromium.ts';
import { ClerkDesk } from './pages/clerk-desk.ts';
import { GuestScreen } from './pages/guest-screen.ts';

/*
 * A station whose engine is held back for as long as the test wants: a process that was started, and
 * does not say that it is ready.
 */

let letEngineSpeak: () => void = () => undefined;
const mayEngineSpeak = new Promise<void>((resolve) => {
  letEngineSpeak = resolve;
});
const launch: LaunchProcess = (entry) => {
  const child = launchWithNode(entry);
  return {
    ...child,
    onMessage: (listener) => {
      child.onMessage((message) => {
        void mayEngineSpeak.then(() => {
          listener(message);
        });
      });
    },
  };
};

const stop = new AbortController();
const errors: string[] = [];
const onError = ({ code }: { readonly code: string }): void => void errors.push(code);
let station: Station;
let served: Promise<void>;
let host: BrowserHost;
let browser: Browser;
beforeAll(async () => {
  station = await openStation({ isDemo: true, launch, onError });
  const bundle = join(productRoot(), 'build', 'renderer');
  host = await serveBrowser({ station, bundle, port: 0, onError });
  served = station.run(stop.signal);
  browser = await launchChromium();
});
afterAll(async () => {
  letEngineSpeak();
  await browser.close();
  stop.abort();
  await served;
  await host.close();
});

it('a page is drawn while the engine has not answered yet, and goes on once it has', async () => {
  const page = await browser.newPage();
  await page.goto(host.address('clerk'));
  const [guest, desk] = [new GuestScreen(page), new ClerkDesk(page)];
  await guest.seesHeading(guest.words.starting.heading);
  await desk.seesDevice('engine', 'starting');
  // What needs no engine works meanwhile.
  await desk.goesTo('settings');
  await desk.isAt('settings');
  expect(station.stage.phase).toBe('starting');

  letEngineSpeak();
  await guest.waitsForCard();
  await desk.seesDevice('engine', 'ready');
  expect(errors).toEqual([]);
});
