import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { buildGallery } from './build-gallery.ts';
import { doAll } from './do-deeds.ts';
import type { Deed } from './fake-bridge.ts';
import { listScreens, type ListedScreen } from './list-screens.ts';
import { serveGallery } from './serve-gallery.ts';

/*
 * Takes a picture of every screen at every size, light and dark, in both languages:
 * `npx tsx test/renderer/gallery/shoot.ts [folder] [which]`, where `which` is a regular expression for
 * names such as `desk-pass-wide-dark-en`.
 */
const sizes = { wide: [1920, 1080], small: [1366, 768], tall: [1080, 1920] } as const;
const themes = ['light', 'dark'] as const;
const languages = ['zh', 'en'] as const;
const pagesAtOnce = 3;

const [, , folder, which = ''] = process.argv;

interface Shot {
  readonly name: string;
  readonly query: string;
  readonly size: keyof typeof sizes;
  readonly deeds: readonly Deed[];
}

const shotsOf = (screens: readonly ListedScreen[]): Shot[] =>
  screens
    .flatMap(([screen, clicks]) =>
      (Object.keys(sizes) as (keyof typeof sizes)[]).flatMap((size) =>
        themes.flatMap((theme) =>
          languages.map((language) => ({
            name: `${screen}-${size}-${theme}-${language}`,
            query: `screen=${screen}&theme=${theme}&language=${language}`,
            size,
            deeds: clicks[language] ?? [],
          })),
        ),
      ),
    )
    .filter(({ name }) => new RegExp(which).test(name));

const shootAll = async (browser: Browser, address: string, out: string): Promise<number> => {
  const left = shotsOf(await listScreens(browser, address));
  const count = left.length;
  const shootSome = async (): Promise<void> => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(page.url(), message.text());
    });
    for (let shot = left.shift(); shot !== undefined; shot = left.shift()) {
      const [width, height] = sizes[shot.size];
      await page.setViewportSize({ width, height });
      await page.goto(`${address}/?${shot.query}`);
      await page.waitForSelector('h1, h2');
      await doAll(page, shot.deeds);
      // Fonts, the camera's first picture and its first advice.
      await page.waitForTimeout(/looking|camera/.test(shot.name) ? 900 : 250);
      await page.screenshot({ path: join(out, `${shot.name}.png`) });
      await reportOverflow(page, shot.name);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, shootSome));
  return count;
};

/** Says what is wider than the room it has, which a picture may not show. */
const reportOverflow = async (page: Page, name: string): Promise<void> => {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, position } = getComputedStyle(element);
        return (
          element.scrollWidth > element.clientWidth + 1 &&
          element.clientWidth > 1 &&
          position !== 'absolute' &&
          overflowX !== 'visible' &&
          !(element instanceof HTMLInputElement)
        );
      })
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`),
  );
  if (wide.length > 0) console.error(`${name}: too wide: ${wide.join(', ')}`);
};

const work = await mkdtemp(join(tmpdir(), 'witness-gallery-'));
const out = folder ?? join(work, 'pictures');
await mkdir(out, { recursive: true });
await buildGallery(join(work, 'page'));
const { address, stop } = await serveGallery(join(work, 'page'));
const browser = await launchChromium();
try {
  console.log(`${await shootAll(browser, address, out)} pictures in ${out}`);
} finally {
  await browser.close();
  stop();
}
