import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { makeFakeCameraVideo } from './fake-camera-video.ts';

type Pixel = readonly [red: number, green: number, blue: number];

/** A picture whose left half has one colour and whose right half another. */
const halves = async (left: string, right: string): Promise<Uint8Array> => {
  const half = { create: { width: 320, height: 480, channels: 3, background: right } } as const;
  return sharp({ create: { width: 640, height: 480, channels: 3, background: left } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: 320, top: 0 }])
    .png()
    .toBuffer();
};

/** Opens the camera in a page and gives what a canvas sees of it: size, and a pixel of either half. */
const readCamera = `(async () => {
  const video = document.createElement('video');
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
  await video.play();
  window.look = () => {
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext('2d');
    context.drawImage(video, 0, 0);
    const pixel = (x) => [...context.getImageData(x, canvas.height / 2, 1, 1).data.slice(0, 3)];
    return { width: canvas.width, height: canvas.height, left: pixel(160), right: pixel(480) };
  };
  window.nextFrame = () => new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  return window.look();
})()`;

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly left: Pixel;
  readonly right: Pixel;
}

const isNear = (seen: Pixel, wanted: Pixel): boolean =>
  seen.every((value, channel) => Math.abs(value - wanted[channel]!) < 25);

const colourOf = (pixel: Pixel): string => {
  if (isNear(pixel, [200, 30, 30])) return 'red';
  return isNear(pixel, [30, 200, 30]) ? 'green' : pixel.join();
};

describe("Chromium's camera", () => {
  let folder: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-camera-'));
    const file = join(folder, 'camera.mjpeg');
    const pictures = [await halves('#c81e1e', '#1e1ec8'), await halves('#1ec81e', '#1e1ec8')];
    await makeFakeCameraVideo(pictures, file);
    browser = await launchChromium({ cameraVideo: file });
    page = await browser.newPage();
    // The camera is for secure places only; localhost is one.
    await page.route('http://localhost/', (route) => route.fulfill({ body: '' }));
    await page.goto('http://localhost/');
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  test('shows the pictures of the video, one after the other, over and over', async () => {
    const first = await page.evaluate<Seen>(readCamera);
    expect(first).toMatchObject({ width: 640, height: 480 });
    expect(isNear(first.right, [30, 30, 200])).toBe(true);
    const shown = [colourOf(first.left)];
    while (shown.length < 4) {
      const left = await page.evaluate<Pixel>('window.nextFrame().then(() => window.look().left)');
      if (colourOf(left) !== shown.at(-1)) shown.push(colourOf(left));
    }
    const inTurn = [...shown, ...shown].slice(shown.indexOf('red')).slice(0, 3);
    expect(inTurn).toEqual(['red', 'green', 'red']);
  });
});

test('a video without pictures, or with a name Chromium does not know, is refused', async () => {
  await expect(makeFakeCameraVideo([], '/tmp/x.mjpeg')).rejects.toThrow(RangeError);
  const picture = await halves('red', 'blue');
  await expect(makeFakeCameraVideo([picture], '/tmp/x.mp4')).rejects.toThrow(RangeError);
});
