import { describe, expect, test } from 'vitest';
import { lightOf } from '../../../main/face/light.ts';
import { lumaPlane } from '../../../main/face/luma.ts';

const width = 10;
const all = Array.from({ length: 100 }, (_, i) => i);
const picture = (lumaAt: (x: number, y: number) => number): Float32Array =>
  Float32Array.from(all, (i) => lumaAt(i % width, Math.floor(i / width)));

describe('luma', () => {
  test('weighs the colours as the eye does', () => {
    const luma = lumaPlane(
      Uint8Array.from([255, 255, 255, 0, 0, 0, 100, 0, 0, 0, 100, 0, 0, 0, 100]),
    );
    expect([...luma].map((value) => Math.round(value * 10) / 10)).toEqual([
      255, 0, 29.9, 58.7, 11.4,
    ]);
  });
});

describe('the light on a face', () => {
  test('of one shade is even and without contrast', () => {
    expect(
      lightOf(
        picture(() => 90),
        width,
        all,
      ),
    ).toEqual({
      brightness: 90,
      contrast: 0,
      evenness: 1,
    });
  });

  test('from one side is uneven, whichever side it is', () => {
    const fromLeft = lightOf(
      picture((x) => (x < 5 ? 150 : 60)),
      width,
      all,
    );
    expect(fromLeft).toEqual({ brightness: 105, contrast: 45, evenness: 0.4 });
    const fromRight = lightOf(
      picture((x) => (x < 5 ? 60 : 150)),
      width,
      all,
    );
    expect(fromRight).toEqual(fromLeft);
  });

  test('from above is even', () => {
    const { evenness, contrast } = lightOf(
      picture((_, y) => 20 * y),
      width,
      all,
    );
    expect(evenness).toBe(1);
    expect(contrast).toBeGreaterThan(50);
  });

  test('is that of the pixels of the face alone', () => {
    const face = all.filter((i) => i >= 50);
    const light = lightOf(
      picture((_, y) => (y < 5 ? 255 : 40)),
      width,
      face,
    );
    expect(light).toEqual({ brightness: 40, contrast: 0, evenness: 1 });
  });

  test('is even in the dark, and no number without a face', () => {
    expect(
      lightOf(
        picture(() => 0),
        width,
        all,
      ).evenness,
    ).toBe(1);
    expect(
      Object.values(
        lightOf(
          picture(() => 90),
          width,
          [],
        ),
      ).every(Number.isNaN),
    ).toBe(true);
  });
});
