import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { fitImage, reencodedOf } from '../../../main/cloud/fit-image.ts';
import { decodeImage } from '../../../main/face/decode-image.ts';
import { caughtFrom } from './caught-from.ts';
import { jpeg } from './photographs.ts';

/** Noise: nothing makes it smaller but fewer pixels. */
const noise = (width: number, height: number): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'black',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

/** A plain 24-bit BMP of one colour, as chip-photo decoders write. */
const bmp = (width: number, height: number): Buffer => {
  const row = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + row * height, 0x60);
  file.fill(0, 0, 54);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  return file;
};

const limit = 100_000;

describe('a photograph that fits', () => {
  test('goes as it is, to the byte', async () => {
    const image = Buffer.concat([jpeg, Buffer.alloc(limit - jpeg.length)]);
    const fitted = await fitImage(image, limit, 'source');
    expect(fitted).toEqual({ image, format: 'JPEG' });
    expect(reencodedOf(fitted, fitted)).toEqual({});
  });

  test.each([
    ['WebP', () => noise(102, 126).webp({ lossless: true }).toBuffer()],
    ['BMP', () => Promise.resolve(bmp(102, 126))],
  ])('but is a %s becomes a PNG with the same pixels', async (format, make) => {
    const image = await make();
    const fitted = await fitImage(image, limit, 'source');
    expect(fitted).toMatchObject({
      format: 'PNG',
      reencoded: {
        from: { format, bytes: image.length },
        to: { format: 'PNG', bytes: fitted.image.length, width: 102, height: 126 },
      },
    });
    const [was, is] = [await decodeImage(image), await decodeImage(fitted.image)];
    expect(Buffer.from(is.data)).toEqual(Buffer.from(was.data));
  });
});

describe('a photograph that is too large', () => {
  test('becomes a JPEG of the same size where that is enough', async () => {
    const image = await noise(400, 300).png().toBuffer();
    expect(image.length).toBeGreaterThan(limit);
    const fitted = await fitImage(image, limit, 'target');
    expect(fitted.image.length).toBeLessThanOrEqual(limit);
    expect(reencodedOf({ image: jpeg, format: 'JPEG' }, fitted)).toEqual({
      reencoded: {
        target: {
          from: { format: 'PNG', bytes: image.length },
          to: { format: 'JPEG', bytes: fitted.image.length, width: 400, height: 300 },
        },
      },
    });
    expect(await sharp(fitted.image).metadata()).toMatchObject({ format: 'jpeg', width: 400 });
  });

  test('loses pixels where it must, upright and in proportion', async () => {
    // EXIF orientation 6: the picture lies on its side.
    const image = await noise(1600, 1200)
      .jpeg({ quality: 100 })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const fitted = await fitImage(image, 350_000, 'source');
    const { width, height } = await sharp(fitted.image).metadata();
    expect(fitted.image.length).toBeLessThanOrEqual(350_000);
    expect(height).toBeLessThan(1600);
    expect(height / width).toBeCloseTo(4 / 3, 2);
  });

  test('is not made larger in pixels, whatever the limit', async () => {
    const image = await noise(120, 90).png().toBuffer();
    const { reencoded } = await fitImage(image, image.length - 1, 'source');
    expect(reencoded?.to).toMatchObject({ width: 120, height: 90 });
  });

  test('is refused where nothing makes it small enough', async () => {
    const image = await noise(800, 800).png().toBuffer();
    const error = await caughtFrom(() => fitImage(image, 1000, 'target'));
    expect(error).toMatchObject({
      code: 'cloud.image-too-large',
      data: { which: 'target', bytes: image.length, limit: 1000 },
    });
  });
});

test('what is no photograph does not leave the machine', async () => {
  const error = await caughtFrom(() => fitImage(Buffer.from('a letter'), limit, 'source'));
  expect(error).toMatchObject({ code: 'image.not-an-image' });
});
