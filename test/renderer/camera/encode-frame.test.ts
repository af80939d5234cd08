import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  // Pictures are taken in secure places only; localhost is one.
  await page.route('http://localhost/', (route) => route.fulfill({ body: '' }));
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: await bundle() });
});
afterAll(() => browser.close());

/** The product's own encoder, as a script that leaves it in `encoder`. */
const bundle = async (): Promise<string> => {
  const entry = join(import.meta.dirname, '../../../renderer/camera/encode-frame.ts');
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'encoder' } },
  });
  const [output] = Array.isArray(outputs) ? outputs : [];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('The encoder could not be bundled.');
  return chunk.code;
};

/** Encodes a picture that is red on its left half and blue on its right one. */
const encode = async (width: number, height: number): Promise<Buffer> => {
  const text = await page.evaluate<string>(`(async () => {
    const canvas = new OffscreenCanvas(${width}, ${height});
    const context = canvas.getContext('2d');
    context.fillStyle = 'rgb(200, 30, 30)';
    context.fillRect(0, 0, ${width / 2}, ${height});
    context.fillStyle = 'rgb(30, 30, 200)';
    context.fillRect(${width / 2}, 0, ${width / 2}, ${height});
    window.picture = new VideoFrame(canvas, { timestamp: 0 });
    const bytes = await encoder.encodeFrame(window.picture);
    return btoa(String.fromCharCode(...bytes));
  })()`);
  return Buffer.from(text, 'base64');
};

const colourAt = async (jpeg: Buffer, left: number, top: number): Promise<readonly number[]> => [
  ...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

const isNear = (colour: readonly number[], wanted: readonly number[]): boolean =>
  colour.every((value, channel) => Math.abs(value - wanted[channel]!) < 20);

describe('a picture of the camera', () => {
  it.each([
    [640, 480, 640, 480],
    [1280, 960, 1280, 960],
    [1920, 1080, 1280, 720],
    [1200, 1600, 960, 1280],
  ])('of %i × %i becomes a JPEG of %i × %i that shows the same', async (...sizes) => {
    const [width, height, jpegWidth, jpegHeight] = sizes;
    const jpeg = await encode(width, height);
    const { format, width: madeWidth, height: madeHeight } = await sharp(jpeg).metadata();
    expect([format, madeWidth, madeHeight]).toEqual(['jpeg', jpegWidth, jpegHeight]);
    const middle = Math.round(jpegHeight / 2);
    expect(isNear(await colourAt(jpeg, 20, middle), [200, 30, 30])).toBe(true);
    expect(isNear(await colourAt(jpeg, jpegWidth - 20, middle), [30, 30, 200])).toBe(true);
  });

  it('gives its memory back', async () => {
    await encode(640, 480);
    // One that was closed has no pixels left.
    expect(await page.evaluate('window.picture.codedWidth')).toBe(0);
  });
});
