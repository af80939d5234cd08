import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeImage } from '../../../main/face/decode-image.ts';
import { defaultImageLimits } from '../../../main/face/image-limits.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import { bmpFile } from './bmp-file.ts';
import { orientations, storedTurned } from './orientation.ts';
import { encode, fourQuarters, gradient, paint, pixelAt } from './pictures.ts';

const picture = gradient(64, 48);

/** The largest difference of any channel of any pixel. */
const largestDifference = (a: RgbImage, b: RgbImage): number => {
  expect([a.width, a.height, a.data.length]).toEqual([b.width, b.height, b.data.length]);
  return a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i]!)), 0);
};

const greyOf = ({ width, height, data }: RgbImage): RgbImage =>
  paint(width, height, (x, y) => {
    const value = data[(y * width + x) * 3]!;
    return [value, value, value];
  });

describe('decoding', () => {
  test.each([
    ['PNG', () => encode(picture).png().toBuffer(), 0],
    ['palette PNG', () => encode(picture).png({ palette: true }).toBuffer(), 40],
    ['16-bit PNG', () => encode(picture).toColourspace('rgb16').png().toBuffer(), 0],
    ['lossless WebP', () => encode(picture).webp({ lossless: true }).toBuffer(), 0],
    ['WebP', () => encode(picture).webp({ quality: 95 }).toBuffer(), 16],
    ['JPEG', () => encode(picture).jpeg({ quality: 95 }).toBuffer(), 12],
    [
      'progressive JPEG',
      () => encode(picture).jpeg({ quality: 95, progressive: true }).toBuffer(),
      12,
    ],
    ['BMP', () => Promise.resolve(bmpFile(picture)), 0],
  ])('gives the pixels of a %s', async (_, file, tolerance) => {
    expect(largestDifference(await decodeImage(await file()), picture)).toBeLessThanOrEqual(
      tolerance,
    );
  });

  test.each([
    ['JPEG', (image: RgbImage) => encode(image).greyscale().jpeg({ quality: 95 }).toBuffer(), 4],
    ['PNG', (image: RgbImage) => encode(image).greyscale().png().toBuffer(), 0],
    ['16-bit PNG', (image: RgbImage) => encode(image).toColourspace('grey16').png().toBuffer(), 1],
  ])('makes three equal channels of a grey %s', async (_, file, tolerance) => {
    const grey = greyOf(picture);
    const decoded = await decodeImage(await file(grey));
    expect(largestDifference(decoded, greyOf(decoded))).toBe(0);
    expect(largestDifference(decoded, grey)).toBeLessThanOrEqual(tolerance);
  });

  test('turns the inks of a CMYK JPEG into light', async () => {
    const red = paint(32, 32, () => [220, 20, 20]);
    const cmyk = await encode(red).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    const [r, g, b] = pixelAt(await decodeImage(cmyk), 16, 16);
    expect(r).toBeGreaterThan(180);
    expect(Math.max(g, b)).toBeLessThan(70);
  });

  test('shows white through transparency', async () => {
    const half = paint(32, 32, () => [100, 0, 200]);
    const png = await encode(half).ensureAlpha(0.5).png().toBuffer();
    const blended = paint(32, 32, () => [178, 128, 228]);
    expect(largestDifference(await decodeImage(png), blended)).toBeLessThanOrEqual(1);
    const clear = await encode(half).ensureAlpha(0).webp({ lossless: true }).toBuffer();
    const white = paint(32, 32, () => [255, 255, 255]);
    expect(largestDifference(await decodeImage(clear), white)).toBe(0);
    const greyAndClear = await encode(half).greyscale().ensureAlpha(0).png().toBuffer();
    expect(largestDifference(await decodeImage(greyAndClear), white)).toBe(0);
  });

  test('takes the first picture of an animation', async () => {
    const second = await encode(paint(64, 48, () => [255, 255, 255]))
      .png()
      .toBuffer();
    const first = await encode(picture).png().toBuffer();
    const file = await sharp([first, second], { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(file).metadata()).pages).toBe(2);
    expect(largestDifference(await decodeImage(file), picture)).toBe(0);
  });

  test('reads bytes that lie inside a larger buffer', async () => {
    const png = await encode(picture).png().toBuffer();
    const larger = new Uint8Array(png.length + 9);
    larger.set(png, 9);
    expect(largestDifference(await decodeImage(larger.subarray(9)), picture)).toBe(0);
  });

  test('ignores what follows the picture', async () => {
    const jpeg = await encode(picture).jpeg().toBuffer();
    const longer = Buffer.concat([jpeg, Buffer.alloc(500, 0x41)]);
    expect(await decodeImage(longer)).toEqual(await decodeImage(jpeg));
  });
});

describe('the EXIF orientation', () => {
  const upright = fourQuarters(64, 32);

  test.each(
    orientations.flatMap((orientation) =>
      (['png', 'webp', 'jpeg'] as const).map((format) => [orientation, format] as const),
    ),
  )('%i of a %s is applied', async (orientation, format) => {
    const seen = await decodeImage(await storedTurned(upright, orientation, format));
    expect([seen.width, seen.height]).toEqual([upright.width, upright.height]);
    // The colours of a JPEG run into each other where the quarters meet.
    if (format !== 'jpeg') expect(largestDifference(seen, upright)).toBe(0);
    for (const [x, y] of [
      [16, 8],
      [48, 8],
      [16, 24],
      [48, 24],
    ] as const)
      for (const [c, value] of pixelAt(seen, x, y).entries())
        expect(Math.abs(value - pixelAt(upright, x, y)[c]!)).toBeLessThan(12);
  });
});

describe('a large photograph', () => {
  const side = 200;
  const limits = { ...defaultImageLimits, workingSide: side };

  test.each([
    ['PNG', (image: RgbImage) => encode(image).png().toBuffer()],
    ['JPEG', (image: RgbImage) => encode(image).jpeg().toBuffer()],
    ['BMP', (image: RgbImage) => Promise.resolve(bmpFile(image))],
  ])('as a %s is reduced to the working side', async (_, file) => {
    const decoded = await decodeImage(await file(fourQuarters(800, 400)), limits);
    expect([decoded.width, decoded.height]).toEqual([side, side / 2]);
    expect(pixelAt(decoded, 50, 25)[0]).toBeGreaterThan(240);
    expect(pixelAt(decoded, 150, 75)[1]).toBeGreaterThan(240);
  });

  test('that is upright only by its orientation is reduced by its upright side', async () => {
    const file = await storedTurned(fourQuarters(800, 400), 6, 'jpeg');
    const decoded = await decodeImage(file, limits);
    expect([decoded.width, decoded.height]).toEqual([side, side / 2]);
  });

  test('is never enlarged', async () => {
    const decoded = await decodeImage(await encode(picture).png().toBuffer(), limits);
    expect([decoded.width, decoded.height]).toEqual([picture.width, picture.height]);
  });
});
