import { describe, expect, test } from 'vitest';
import { mouthCoverOf } from '../../../main/face/mouth-cover.ts';
import type { Rgb } from '../../../main/face/rgb-image.ts';
import { paint } from './pictures.ts';

/** A forehead of 10 rows above ten rows of what a mask would cover. */
const rows = (from: number, to: number): readonly number[] =>
  Array.from({ length: (to - from) * 10 }, (_, i) => from * 10 + i);
const forehead = rows(0, 10);
const mouth = rows(10, 20);
const cover = (skin: Rgb, below: (x: number, y: number) => Rgb): number =>
  mouthCoverOf(paint(10, 20, (x, y) => (y < 10 ? skin : below(x, y))).data, forehead, mouth);

const skins: readonly (readonly [string, Rgb])[] = [
  ['pale', [235, 205, 190]],
  ['brown', [150, 105, 80]],
  ['dark', [70, 48, 38]],
];
const shaded = ([red, green, blue]: Rgb, part: number): Rgb => [
  red * part,
  green * part,
  blue * part,
];

describe.each(skins)('a mouth in a face of %s skin', (_, skin) => {
  test('is not covered by its own skin, in light or shadow', () => {
    expect(cover(skin, () => skin)).toBe(0);
    expect(cover(skin, (x) => shaded(skin, 0.4 + x / 20))).toBe(0);
  });

  test('is not covered by its lips', () => {
    const [red, green, blue] = skin;
    expect(cover(skin, () => [red, green * 0.7, blue * 0.8])).toBe(0);
  });

  test.each([
    ['white', [235, 238, 240]],
    ['blue', [150, 190, 220]],
    ['black', [25, 25, 28]],
    ['green', [120, 170, 140]],
  ] as const)('is covered by a %s mask', (_colour, mask) => {
    expect(cover(skin, (x) => shaded(mask, 1 - x / 40))).toBe(1);
  });

  test('is covered in part by a mask drawn down', () => {
    expect(cover(skin, (_x, y) => (y < 14 ? skin : [235, 238, 240]))).toBe(0.6);
  });
});

describe('a mouth cannot be said to be covered', () => {
  test('in a grey photograph', () => {
    expect(cover([150, 150, 150], () => [240, 240, 240])).toBe(0);
    expect(cover([150, 149, 151], () => [30, 30, 30])).toBe(0);
  });

  test('where the skin or the mouth has no pixels', () => {
    const { data } = paint(10, 20, (_, y) => (y < 10 ? [235, 205, 190] : [0, 0, 255]));
    expect(mouthCoverOf(data, [], mouth)).toBe(0);
    expect(mouthCoverOf(data, forehead, [])).toBe(0);
    expect(mouthCoverOf(data, forehead, mouth)).toBe(1);
  });
});
