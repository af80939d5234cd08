import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCropBuffer } from '../../../main/face/crop-buffer.ts';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import type { Rgb, RgbImage } from '../../../main/face/rgb-image.ts';
import {
  applyTransform,
  type SimilarityTransform,
} from '../../../main/face/similarity-transform.ts';
import { warpInto, type WarpTarget } from '../../../main/face/warp.ts';
import { gradient, paint, pixelAt, randomNumbers } from './pictures.ts';

const size = 12;
const bufferOf = (
  width: number,
  height: number,
  elementType: 'uint8' | 'float32',
): { readonly data: Uint8Array | Float32Array; readonly target: WarpTarget } => {
  const buffer = makeCropBuffer(
    {
      name: 'pixels',
      width,
      height,
      channels: 3,
      layout: 'NHWC',
      colourOrder: 'RGB',
      elementType,
      valueRange: { divideBy: 1, add: 0, appliedBy: 'graph' },
    },
    1,
  );
  return { data: buffer.data, target: buffer.target(0) };
};
const warped = (
  source: RgbImage,
  toSource: SimilarityTransform,
  outside?: Rgb,
  [width, height] = [size, size],
): RgbImage => {
  const { data, target } = bufferOf(width, height, 'uint8');
  warpInto(new MipPyramid(source), toSource, target, outside);
  return { width, height, data: data as Uint8Array };
};
const identity = { a: 1, b: 0, tx: 0, ty: 0 };
const noise = (width: number, height: number): RgbImage => {
  const next = randomNumbers(5);
  return paint(width, height, () => [next() * 256, next() * 256, next() * 256]);
};

describe('warping', () => {
  test('by nothing copies every pixel, to the last row and column', () => {
    const source = noise(size, size);
    expect(warped(source, identity)).toEqual(source);
  });

  test('by whole pixels shifts', () => {
    const source = noise(40, 40);
    const result = warped(source, { ...identity, tx: 20, ty: 7 });
    expect(result).toEqual(paint(size, size, (x, y) => pixelAt(source, x + 20, y + 7)));
  });

  test('by a quarter turn turns', () => {
    const source = noise(size, size);
    // x' = 11 − y, y' = x
    const result = warped(source, { a: 0, b: 1, tx: size - 1, ty: 0 });
    expect(result).toEqual(paint(size, size, (x, y) => pixelAt(source, size - 1 - y, x)));
  });

  test('half way between two pixels is their mean', () => {
    const source = paint(20, 20, (x) => [x * 10, 0, 255 - x * 10]);
    const result = warped(source, { ...identity, tx: 0.5, ty: 3 });
    expect(pixelAt(result, 4, 4)).toEqual([45, 0, 210]);
  });

  // Bytes go through the kernel, whose weights have 14 bits; floats are computed as JavaScript does.
  test.each([
    ['uint8', 0.5 + 1 / 50],
    ['float32', 1e-4],
  ] as const)('to %s is bilinear wherever all four neighbours are there', (elementType, most) => {
    const source = noise(30, 24);
    const place = fc.double({ min: 0, max: 22, noNaN: true });
    fc.assert(
      fc.property(place, place, (tx, ty) => {
        const [x0, y0] = [Math.floor(tx), Math.floor(ty)];
        const [fx, fy] = [tx - x0, ty - y0];
        const expected = [0, 1, 2].map((c) => {
          const at = (x: number, y: number): number => pixelAt(source, x, y)[c]!;
          const upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
          const lower = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
          return upper * (1 - fy) + lower * fy;
        });
        const { data, target } = bufferOf(1, 1, elementType);
        warpInto(new MipPyramid(source), { ...identity, tx, ty }, target);
        for (const [c, value] of data.entries())
          expect(Math.abs(value - expected[c]!)).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('gives bytes and floats the same pixels, within the image and beyond it', () => {
    const source = noise(20, 14);
    const part = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    const place = fc.double({ min: -12, max: 32, noNaN: true });
    const outside: Rgb = [9, 99, 199];
    fc.assert(
      fc.property(part, part, place, place, (a, b, tx, ty) => {
        const [bytes, floats] = (['uint8', 'float32'] as const).map((elementType) => {
          const { data, target } = bufferOf(size, size, elementType);
          warpInto(new MipPyramid(source), { a, b, tx, ty }, target, outside);
          return data;
        });
        // The border of the outside can fall to either side where a place lies upon it.
        const isUpon = (value: number, last: number): boolean =>
          Math.min(Math.abs(value + 0.5), Math.abs(value - last - 0.5)) < 1e-6;
        for (let i = 0; i < size * size; i++) {
          const { x, y } = applyTransform(
            { a, b, tx, ty },
            { x: i % size, y: Math.floor(i / size) },
          );
          const isLeftOut = [x, y].some((value, axis) => isUpon(value, axis === 0 ? 19 : 13));
          for (let c = 0; c < 3 && !isLeftOut; c++)
            expect(Math.abs(bytes![3 * i + c]! - floats![3 * i + c]!)).toBeLessThan(0.53);
        }
      }),
    );
  });

  test('repeats the edge for the outer half of an edge pixel, and shows the outside beyond it', () => {
    const source = paint(8, 8, (x, y) => [x === 0 ? 200 : 50, y === 0 ? 200 : 50, 7]);
    const outside: Rgb = [1, 2, 3];
    const at = (tx: number, ty: number): Rgb =>
      pixelAt(warped(source, { ...identity, tx, ty }, outside, [1, 1]), 0, 0);
    expect(at(-0.49, 3)).toEqual([200, 50, 7]);
    expect(at(-0.51, 3)).toEqual(outside);
    expect(at(3, -0.49)).toEqual([50, 200, 7]);
    expect(at(3, -0.51)).toEqual(outside);
    expect(at(7.49, 7.49)).toEqual([50, 50, 7]);
    expect(at(7.51, 7)).toEqual(outside);
    expect(at(7, 7.51)).toEqual(outside);
    expect(at(-0.4, -0.4)).toEqual([200, 200, 7]);
  });

  test('of an edge blends along it', () => {
    const source = paint(8, 8, (_, y) => [y * 20, y * 20, y * 20]);
    expect(pixelAt(warped(source, { ...identity, tx: -0.3, ty: 2.5 }), 0, 0)).toEqual([50, 50, 50]);
    expect(pixelAt(warped(source, { ...identity, tx: 7.3, ty: 2.5 }), 0, 0)).toEqual([50, 50, 50]);
  });

  test('by what is no transform shows only the outside', () => {
    const nowhere = { a: NaN, b: NaN, tx: NaN, ty: NaN };
    expect(warped(gradient(20, 20), nowhere, [9, 8, 7])).toEqual(
      paint(size, size, () => [9, 8, 7]),
    );
  });

  test('shrinks without skipping pixels', () => {
    // Stripes one pixel wide: sampled without averaging they would stay black and white.
    const stripes = paint(128, 128, (x) => (x % 2 === 0 ? [0, 0, 0] : [255, 255, 255]));
    const result = warped(stripes, { a: 8, b: 0, tx: 3.5, ty: 3.5 }, undefined, [16, 16]);
    for (const value of result.data) expect(Math.abs(value - 128)).toBeLessThanOrEqual(1);
  });

  test('puts everything in its place on every mip level', () => {
    // A slope is the same slope on every level, so a place shows as a value.
    const slope = paint(256, 256, (x, y) => [x, y, 0]);
    const turn = fc.double({ min: -0.4, max: 0.4, noNaN: true });
    const scale = fc.double({ min: 0.5, max: 12, noNaN: true });
    fc.assert(
      fc.property(scale, turn, (factor, angle) => {
        const [a, b] = [factor * Math.cos(angle), factor * Math.sin(angle)];
        const toSource = { a, b, tx: 100, ty: 110 };
        const result = warped(slope, toSource);
        for (let y = 0; y < size; y++)
          for (let x = 0; x < size; x++) {
            const from = applyTransform(toSource, { x, y });
            const isInside = [from.x, from.y].every((value) => value > 8 && value < 246);
            if (!isInside) continue;
            const [red, green] = pixelAt(result, x, y);
            expect(Math.abs(red - from.x)).toBeLessThan(1.2);
            expect(Math.abs(green - from.y)).toBeLessThan(1.2);
          }
      }),
    );
  });

  test.each([
    [1, 1],
    [1, 5],
    [5, 1],
    [2, 2],
  ])('an image of %i × %i pixels stays within it', (width, height) => {
    const source = paint(width, height, () => [30, 60, 90]);
    const seen = warped(source, { a: 0.1, b: 0, tx: -0.5, ty: -0.5 }, [0, 0, 0]);
    const colours = new Set(
      Array.from({ length: size * size }, (_, i) =>
        pixelAt(seen, i % size, Math.floor(i / size)).join(),
      ),
    );
    expect(colours).toContain('30,60,90');
    for (const colour of colours) expect(['30,60,90', '0,0,0']).toContain(colour);
  });
});
