import type { Browser } from 'playwright-core';
import type { GalleryScreen } from './fake-bridge.ts';

/** A screen, and the way to it where there is one. */
export type ListedScreen = readonly [
  name: string,
  clicks: Partial<NonNullable<GalleryScreen['clicks']>>,
];

/** The screens as the gallery's page itself lists them: they are drawn with what only a page has. */
export const listScreens = async (
  browser: Browser,
  address: string,
): Promise<readonly ListedScreen[]> => {
  const page = await browser.newPage();
  await page.goto(address);
  const links = await page
    .locator('a')
    .evaluateAll((all) => all.map(({ textContent, dataset }) => [textContent, dataset['clicks']]));
  await page.close();
  return links.map(([name, clicks]) => [name!, JSON.parse(clicks!) as never]);
};
