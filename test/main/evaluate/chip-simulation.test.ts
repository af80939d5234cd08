import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cropLikeChip } from '../../../main/evaluate/chip-crop.ts';
import {
  chipBytes,
  fitIntoChip,
  simulateChipPhoto,
} from '../../../main/evaluate/chip-simulation.ts';
import { flattenBackground } from '../../../main/evaluate/flatten-background.ts';
import { createRandom } from '../../../main/evaluate/random.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import { drawn, drawnFace, drawnPhotograph, drawnPixels, pixelAt } from './drawn-person.ts';

const noise = (): RgbImage => {
  const random = createRandom(1);
  const data = Uint8Array.from({ length: 102 * 126 * 3 }, () => random() * 256);
  return { width: 102, height: 126, data };
};

describe('flattening the background', () => {
  it('makes the wall white and leaves the person', async () => {
    const crop = cropLikeChip(await drawnPixels(), drawnFace);
    const flat = flattenBackground(crop);
    for (const [x, y] of [
      [2, 2],
      [99, 2],
      [2, 60],
      [99, 60],
      [10, 90],
    ] as const) {
      for (const value of pixelAt(flat, x, y)) expect(value).toBeGreaterThan(235);
    }
    const places = { skin: [50, 60], hair: [50, 14], coat: [50, 123] } as const;
    for (const [part, [x, y]] of Object.entries(places)) {
      const colour = drawn[part as keyof typeof drawn];
      pixelAt(flat, x, y).forEach((value, channel) => {
        expect(Math.abs(value - colour[channel]!), part).toBeLessThan(12);
      });
    }
  });

  it('leaves the photo it was given as it was', async () => {
    const crop = cropLikeChip(await drawnPixels(), drawnFace);
    const before = crop.data.slice();
    flattenBackground(crop);
    expect(crop.data).toEqual(before);
  });

  it('leaves bytes for the face', async () => {
    const crop = cropLikeChip(await drawnPixels(), drawnFace);
    const sizeOf = async ({ width, height, data }: RgbImage): Promise<number> =>
      (
        await sharp(data, { raw: { width, height, channels: 3 } })
          .webp({ quality: 40 })
          .toBuffer()
      ).length;
    expect(await sizeOf(flattenBackground(crop))).toBeLessThan(0.8 * (await sizeOf(crop)));
  });

  it('copes with a photo of one colour', () => {
    const plain = { width: 102, height: 126, data: new Uint8Array(102 * 126 * 3).fill(128) };
    const flat = flattenBackground(plain);
    expect(pixelAt(flat, 2, 2)[0]).toBeGreaterThan(240);
    expect(pixelAt(flat, 50, 60)[0]).toBeLessThan(135);
  });
});

describe('a simulated chip photo', () => {
  it('is a WebP of 102 × 126 pixels that fits into 1024 bytes and uses them', async () => {
    expect(chipBytes).toBe(1024);
    const file = await simulateChipPhoto(await drawnPhotograph(), drawnFace, 'white');
    expect(file.length).toBeLessThanOrEqual(chipBytes);
    expect(file.length).toBeGreaterThan(800);
    const { format, width, height } = await sharp(file).metadata();
    expect([format, width, height]).toEqual(['webp', 102, 126]);
  });

  it('is the same each time', async () => {
    const photograph = await drawnPhotograph();
    const once = await simulateChipPhoto(photograph, drawnFace, 'white');
    expect(await simulateChipPhoto(photograph, drawnFace, 'white')).toEqual(once);
  });

  it('fits however restless the picture is', async () => {
    const file = await fitIntoChip(noise());
    expect(file.length).toBeLessThanOrEqual(chipBytes);
    expect((await sharp(file).metadata()).width).toBe(102);
  });

  it('is not made of bytes that are no photograph', async () => {
    await expect(simulateChipPhoto(Buffer.from('text'), drawnFace, 'white')).rejects.toBeInstanceOf(
      FaceError,
    );
  });
});
