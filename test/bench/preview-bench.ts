import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { demoPictures } from '../../main/demo/demo-picture.ts';
import { DemoBar } from '../journeys/pages/demo-bar.ts';
import { GuestScreen } from '../journeys/pages/guest-screen.ts';
import { guestWords } from '../journeys/pages/words.ts';
import { startStation } from '../journeys/support/station-program.ts';
import { launchChromium } from '../support/chromium.ts';
import { makeFakeCameraVideo } from '../support/fake-camera/fake-camera-video.ts';
import { describePreview, watchPreview, type WatchedPreview } from './preview-watch.ts';

/**
 * Whether the preview stutters while the engine works: the same camera of 30 pictures a second, shown by
 * a page with nothing but a video, and on the guest's screen while every frame sent is looked at.
 *
 *     npm run build && npx tsx test/bench/preview-bench.ts [--seconds 20] [--rounds 3]
 *
 * Both in turn, so that whatever else the machine does meets both alike. The video shows two people: no
 * frame of it may be compared, so the station looks on, at fifteen frames a second.
 *
 * What it showed, on two virtual cores of an AMD EPYC without a graphics card: 900 pictures each in 30 s,
 * none dropped; from one to the next 33 ms (median) and at most 37 ms by itself, 33 and at most 45 ms while
 * the engine looked on; no task of 50 ms.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
  },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
// The station gives up on a guest whom it cannot compare after a minute.
if (!(seconds >= 1 && seconds <= 45)) throw new RangeError('--seconds must be 1 to 45.');
if (!(Number.isInteger(rounds) && rounds >= 1)) throw new RangeError('--rounds must be 1 or more.');

const showCameraAlone = `navigator.mediaDevices
  .getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 960 } } })
  .then((stream) => {
    const video = document.createElement('video');
    Object.assign(video, { srcObject: stream, muted: true });
    document.body.replaceChildren(video);
    return video.play();
  })`;

const folder = await mkdtemp(join(tmpdir(), 'witness-preview-'));
const film = join(folder, 'two.mjpeg');
await makeFakeCameraVideo(await demoPictures('twoPeople'), film);
const station = await startStation({ settingsFile: '-', isDemo: true });
const browser = await launchChromium({ cameraVideo: film });
const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });

/** A page that only shows the camera. */
const watchAlone = async (): Promise<WatchedPreview> => {
  const page = await context.newPage();
  await page.goto(new URL('/licences', station.address).href);
  await page.evaluate(showCameraAlone);
  const watched = await watchPreview(page, seconds * 1000);
  await page.close();
  return watched;
};

/** The guest's screen, from the card until the engine looks at every frame. */
const watchGuest = async (page: Page): Promise<WatchedPreview> => {
  const [guest, demo] = [new GuestScreen(page), new DemoBar(page)];
  await guest.waitsForCard();
  await demo.plays('two-faces');
  await guest.isAsked();
  await guest.agrees();
  await guest.isTold('one-person-only');
  const watched = await watchPreview(page, seconds * 1000);
  await demo.liftsCard();
  await guest.waitsForCard();
  return watched;
};

try {
  await station.ready;
  const page = await context.newPage();
  await page.goto(station.address);
  const bar = page.getByRole('complementary', { name: guestWords.zh.demo.title });
  // The first camera is the demonstration's own.
  await bar.getByRole('combobox').selectOption({ index: 1 });
  const [alone, guest]: [WatchedPreview[], WatchedPreview[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await page.bringToFront();
    guest.push(await watchGuest(page));
    alone.push(await watchAlone());
  }
  process.stdout.write(`a video and nothing else:     ${describePreview(alone)}\n`);
  process.stdout.write(`while the engine looks on:    ${describePreview(guest)}\n`);
} finally {
  await browser.close();
  await station.stop();
  await rm(folder, { recursive: true });
}
