import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { findCalibration } from '../../main/compare/load-calibration.ts';
import { calibrationFolders } from '../../main/settings/calibration-folders.ts';
import { EngineProcess } from '../../main/engine/engine-process.ts';
import { modelsDirectory, productRoot } from '../../main/settings/product-root.ts';
import { ClerkDesk } from '../journeys/pages/clerk-desk.ts';
import { DemoBar } from '../journeys/pages/demo-bar.ts';
import { GuestScreen } from '../journeys/pages/guest-screen.ts';
import { makeJourneyFiles } from '../journeys/support/journey-files.ts';
import { openCounter } from '../journeys/support/open-counter.ts';

/*
 * Takes the README's pictures from the demonstration as it runs, with every face blurred. Run by hand
 * after `npm run build`: `npx tsx test/pictures/screen-pictures.ts`.
 */
const folder = join(productRoot(), 'docs', 'pictures');

/** Nobody is to be recognised, in the camera's picture, in photos, or behind glass. */
const blurred = 'video, img, canvas { filter: blur(15px) saturate(0.8) !important; }';

const take = async (page: Page, name: string): Promise<void> => {
  // What moves comes to rest first.
  await page.waitForTimeout(1200);
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 200, compressionLevel: 9, effort: 10 })
    .toFile(join(folder, `${name}.png`));
};

const work = await mkdtemp(join(tmpdir(), 'witness-pictures-'));
const analyser = await EngineProcess.start({ modelsDirectory: modelsDirectory(), threads: 1 });
const calibration = await findCalibration(calibrationFolders());
await makeJourneyFiles(work, { analyser, calibration });
analyser.close();
await mkdir(folder, { recursive: true });
const counter = await openCounter({ files: work, isDemo: true, hasCamera: false });
try {
  const window = await counter.openWindow({
    bypassCSP: true,
    viewport: { width: 1440, height: 900 },
  });
  const page = await window.newPage();
  await page.goto('/clerk');
  await page.addStyleTag({ content: blurred });
  const bar = new DemoBar(page);
  const guest = new GuestScreen(page);
  const desk = new ClerkDesk(page);
  await guest.waitsForCard();
  await bar.plays('pass');
  await guest.isAsked();
  await take(page, 'consent');
  await guest.agrees();
  await guest.seesResult('pass');
  await take(page, 'pass');
  await bar.plays('two-faces');
  await guest.agrees();
  await guest.isTold('one-person-only');
  await take(page, 'looking');
  await bar.plays('review');
  await guest.agrees();
  await guest.seesResult('review');
  await take(page, 'review');
  await desk.decides('pass', { operator: '演示 Demo', reason: '人工核对一致' });
  await desk.callsNext();
  await desk.goesTo('settings');
  const { sections, section } = desk.words.settings;
  await page.getByRole('combobox', { name: sections }).selectOption({ label: section.verdict });
  await take(page, 'far');
} finally {
  await counter.close();
  await rm(work, { recursive: true });
}
