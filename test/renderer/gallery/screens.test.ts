import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';
import { buildGallery } from './build-gallery.ts';
import { doAll } from './do-deeds.ts';
import { listScreens, type ListedScreen } from './list-screens.ts';
import { askAxe, comeToRest, measureOverflow, measureTargets } from './look-over.ts';
import { serveGallery } from './serve-gallery.ts';

/** Each theme, language and print at least once. */
const looks = [
  { theme: 'light', language: 'zh', print: 'normal' },
  { theme: 'dark', language: 'en', print: 'large' },
] as const;
type Look = (typeof looks)[number];

/** Common screens of counters: a laptop, a desk, a kiosk. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
] as const;

const folder = await mkdtemp(join(tmpdir(), 'witness-gallery-'));
await buildGallery(folder);
const { address, stop } = await serveGallery(folder);
const browser = await launchChromium();
const screens = await listScreens(browser, address);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
afterAll(async () => {
  await browser.close();
  stop();
  await rm(folder, { recursive: true });
});

/**
 * Windows that are not in use. Each page has one of its own: what is not in sight does not come to
 * rest.
 */
const idle: Page[] = [];

const openWindow = async (): Promise<Page> => {
  // Axe is no part of the page, so the page's policy would refuse it.
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  await context.addInitScript(axe);
  return context.newPage();
};

const show = async (page: Page, [screen, clicks]: ListedScreen, look: Look): Promise<void> => {
  const { theme, language, print } = look;
  const large = print === 'large' ? '&large' : '';
  await page.setViewportSize(sizes[0]);
  await page.goto(`${address}/?screen=${screen}&theme=${theme}&language=${language}${large}`);
  await page.waitForSelector('h1, h2');
  await doAll(page, clicks[language] ?? []);
  await comeToRest(page);
};

describe.concurrent.each(looks)('in $language, $theme, in $print print', (look) => {
  it.each(screens)(
    '%s can be used by everybody',
    async (...screen) => {
      const page = idle.pop() ?? (await openWindow());
      await show(page, screen, look);
      const findings = new Set(await askAxe(page));
      for (const size of sizes) {
        await page.setViewportSize(size);
        await comeToRest(page);
        const found = [...(await measureTargets(page)), ...(await measureOverflow(page))];
        for (const finding of found) findings.add(`${size.width} × ${size.height}: ${finding}`);
      }
      idle.push(page);
      expect([...findings]).toEqual([]);
    },
    60_000,
  );
});
