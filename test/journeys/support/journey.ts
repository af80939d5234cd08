import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { inject, test, type TestAPI } from 'vitest';
import { ClerkDesk } from '../pages/clerk-desk.ts';
import { GuestScreen } from '../pages/guest-screen.ts';
import { openCounter, type Counter, type CounterOptions } from './open-counter.ts';

/** What a journey is given. */
export interface JourneyParts {
  readonly counter: Counter;
  /** A fresh window of the counter's browser. */
  readonly window: BrowserContext;
  /** The clerk's page in it, which guests share unless the settings say otherwise. */
  readonly page: Page;
  readonly guest: GuestScreen;
  readonly desk: ClerkDesk;
}

/** Where pictures of failed journeys go. */
const pictures = join(tmpdir(), 'witness-journeys-failed');

/**
 * Journeys at a counter of their own, which lasts for the file. Each begins in a fresh browser window
 * with a waiting station, and leaves it as it found it.
 */
export const journeysAt = (options: Omit<CounterOptions, 'files'> = {}): TestAPI<JourneyParts> =>
  test.extend<JourneyParts>({
    counter: [
      async ({}, use) => {
        const counter = await openCounter({ ...options, files: inject('journeyFiles') });
        await use(counter);
        await counter.close();
      },
      { scope: 'file' },
    ],
    window: async ({ counter, task }, use) => {
      const context = await counter.openWindow();
      await use(context);
      if (task.result?.state === 'fail') await takePictures(context, task.name);
      await context.close();
      await counter.leaveAsFound();
    },
    page: async ({ window }, use) => {
      const page = await window.newPage();
      await page.goto('/clerk');
      await use(page);
    },
    guest: async ({ page }, use) => {
      await use(new GuestScreen(page));
    },
    desk: async ({ page }, use) => {
      await use(new ClerkDesk(page));
    },
  });

const takePictures = async (context: BrowserContext, name: string): Promise<void> => {
  await mkdir(pictures, { recursive: true });
  for (const [index, page] of context.pages().entries())
    await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W+/g, '-')}-${index}.png`) });
};
