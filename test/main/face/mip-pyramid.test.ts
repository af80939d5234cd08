import { describe, expect, test } from 'vitest';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import { halve } from '../../../main/face/pixel-kernel.ts';
import { gradient } from './pictures.ts';

const image = gradient(64, 40);

describe('the mip level', () => {
  test.each([
    [0.3, 1],
    [1, 1],
    [1.6, 1],
    [1.7, 2],
    [3.2, 2],
    [3.3, 4],
    [10, 8],
  ])('for a scale of %f is shrunk by %i', (scale, shrink) => {
    const level = new MipPyramid(image).levelFor(scale);
    expect(level.shrink).toBe(shrink);
    expect(level.image.width).toBe(64 / shrink);
  });

  test('is the image halved so many times', () => {
    expect(new MipPyramid(image).levelFor(5).image).toEqual(halve(halve(image)));
  });

  test('is made once', () => {
    const pyramid = new MipPyramid(image);
    const deep = pyramid.levelFor(10).image;
    expect(pyramid.levelFor(10).image).toBe(deep);
    expect(pyramid.levelFor(2).image).toBe(pyramid.levelFor(3).image);
    expect(pyramid.levelFor(1).image).toBe(image);
  });

  test('is never halved beyond a single row', () => {
    const { image: last, shrink } = new MipPyramid(image).levelFor(10_000);
    expect(last).toMatchObject({ width: 2, height: 1 });
    expect(shrink).toBe(32);
  });

  test('for a scale that is no number is the image itself', () => {
    expect(new MipPyramid(image).levelFor(NaN)).toEqual({ image, shrink: 1 });
  });
});
