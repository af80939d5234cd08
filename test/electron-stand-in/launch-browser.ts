import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { chromiumOptions } from '../support/chromium.ts';

/** What the camera sees: a film (MJPEG or Y4M), Chromium's own moving pattern, or there is none. */
export type Camera = { readonly film: string } | 'pattern' | 'none';

export interface LaunchedBrowser {
  readonly context: BrowserContext;
  /** Where a second program can reach this browser. */
  readonly endpoint: string;
  close(): Promise<void>;
}

const flags = [
  // The program's process finds the browser by it.
  '--remote-debugging-port=0',
  '--window-size=1920,1200',
  // Elsewhere than on Linux pages have it without being asked.
  '--enable-blink-features=WebBluetooth',
];

const cameraFlags = (camera: Camera): readonly string[] => {
  // The computer's own cameras must not be in the way of a test.
  if (camera === 'none') return ['--use-fake-device-for-media-stream=device-count=0'];
  const fake = '--use-fake-device-for-media-stream';
  return camera === 'pattern' ? [fake] : [fake, `--use-file-for-fake-video-capture=${camera.film}`];
};

/**
 * Starts the Chromium whose pages stand for windows. It grants nothing by itself: whether a page gets
 * the camera is decided by the program's handlers.
 *
 * @param profile - an empty or missing folder.
 */
export const launchBrowser = async (profile: string, camera: Camera): Promise<LaunchedBrowser> => {
  const context = await chromium.launchPersistentContext(profile, {
    ...(await chromiumOptions([...flags, ...cameraFlags(camera)])),
    headless: true,
    viewport: null,
  });
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return {
    context,
    endpoint: `http://127.0.0.1:${port ?? ''}`,
    close: () => context.close(),
  };
};
