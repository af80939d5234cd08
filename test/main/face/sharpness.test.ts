import { beforeAll, describe, expect, test } from 'vitest';
import { lumaPlane } from '../../../main/face/luma.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import { sharpnessOf } from '../../../main/face/sharpness.ts';
import { encode, paint, randomNumbers } from './pictures.ts';

const size = 112;
const all = Array.from({ length: size * size }, (_, i) => i);
const sharpness = ({ data }: RgbImage, face: readonly number[] = all): number =>
  sharpnessOf(lumaPlane(data), size, face);
const blurred = async (image: RgbImage, sigma: number): Promise<RgbImage> => ({
  ...image,
  data: await encode(image).blur(sigma).toColourspace('srgb').raw().toBuffer(),
});

/** Light and dark rectangles of many sizes: edges at all distances, as a face has. */
let scene: RgbImage;
beforeAll(async () => {
  const random = randomNumbers(7);
  const between = (least: number, most: number): number =>
    Math.round(least + (most - least) * random());
  const rectangles = Array.from({ length: 60 }, () => {
    const grey = between(40, 200);
    const channels = 3 as const;
    const background = { r: grey, g: grey, b: grey };
    return {
      input: { create: { width: between(4, 40), height: between(4, 40), channels, background } },
      left: between(0, 70),
      top: between(0, 70),
    };
  });
  const ground = paint(size, size, () => [120, 120, 120]);
  const data = await encode(ground).composite(rectangles).removeAlpha().raw().toBuffer();
  scene = { width: size, height: size, data };
});

describe('sharpness', () => {
  test('falls steadily with blur', async () => {
    const values = [sharpness(scene)];
    for (const sigma of [0.7, 1, 1.5, 2, 3, 5]) values.push(sharpness(await blurred(scene, sigma)));
    for (const [i, value] of values.slice(1).entries()) expect(value).toBeLessThan(values[i]!);
    expect(values.at(-1)!).toBeLessThan(values[0]! / 100);
  });

  test('does not depend on the light', () => {
    const dim: RgbImage = { ...scene, data: scene.data.map((value) => value / 4) };
    expect(sharpness(dim) / sharpness(scene)).toBeCloseTo(1, 1);
  });

  test('is 0 for a plain colour, and 20 for noise', () => {
    expect(sharpness(paint(size, size, () => [120, 120, 120]))).toBe(0);
    const random = randomNumbers(3);
    const noise = paint(size, size, () => {
      const grey = Math.floor(256 * random());
      return [grey, grey, grey];
    });
    expect(sharpness(noise)).toBeGreaterThan(18);
    expect(sharpness(noise)).toBeLessThan(22);
  });

  test('is 0 for a smooth change of light', () => {
    expect(sharpness(paint(size, size, (x) => [2 * x, 2 * x, 2 * x]))).toBeCloseTo(0, 6);
  });

  test('is that of the face alone, not of what lies behind it', () => {
    const half = paint(size, size, (x, y) => {
      const grey = x < 56 ? x : 255 * ((x + y) % 2);
      return [grey, grey, grey];
    });
    const face = all.filter((i) => i % size < 50);
    expect(sharpness(half, face)).toBeCloseTo(0, 6);
    expect(sharpness(half)).toBeGreaterThan(5);
  });

  test('of a face that has no pixels is no number', () => {
    expect(sharpness(scene, [])).toBeNaN();
  });
});
