import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halve } from '../../../main/face/pixel-kernel.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import { paint, pixelAt } from './pictures.ts';

const image: fc.Arbitrary<RgbImage> = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((data) => ({ width, height, data })),
  );

describe('halving', () => {
  test('averages two by two pixels and rounds, channel by channel', () => {
    fc.assert(
      fc.property(image, (full) => {
        const half = halve(full);
        expect([half.width, half.height]).toEqual([full.width >> 1, full.height >> 1]);
        for (let y = 0; y < half.height; y++)
          for (let x = 0; x < half.width; x++)
            for (const c of [0, 1, 2] as const) {
              const sum = [0, 1].flatMap((v) =>
                [0, 1].map((u) => pixelAt(full, 2 * x + u, 2 * y + v)[c]),
              );
              const mean = sum.reduce((total, value) => total + value) / 4;
              expect(pixelAt(half, x, y)[c]).toBe(Math.floor(mean + 0.5));
            }
      }),
    );
  });

  test('keeps white white and black black', () => {
    for (const value of [0, 255]) {
      const half = halve(paint(6, 4, () => [value, value, value]));
      expect(new Set(half.data)).toEqual(new Set([value]));
    }
  });

  test('drops an odd last row and column', () => {
    const odd = paint(5, 3, (x, y) => (x === 4 || y === 2 ? [255, 255, 255] : [8, 16, 24]));
    expect(halve(odd)).toEqual(paint(2, 1, () => [8, 16, 24]));
  });

  test('reads an image that lies inside a larger buffer', () => {
    const full = paint(4, 4, (x, y) => [x, y, x + y]);
    const larger = new Uint8Array(full.data.length + 5);
    larger.set(full.data, 5);
    expect(halve({ ...full, data: larger.subarray(5) })).toEqual(halve(full));
  });
});
