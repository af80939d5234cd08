import { describe, expect, test } from 'vitest';
import { pixelsWithin } from '../../../main/face/polygon-pixels.ts';

const size = { width: 5, height: 4 };
/** The pixels drawn, a row of text for each row. */
const drawn = (pixels: readonly number[]): readonly string[] =>
  Array.from({ length: size.height }, (_, y) =>
    Array.from({ length: size.width }, (_unused, x) =>
      pixels.includes(y * size.width + x) ? '#' : '.',
    ).join(''),
  );
const corners = (...places: readonly (readonly [number, number])[]) =>
  places.map(([x, y]) => ({ x, y }));

describe('the pixels within a polygon', () => {
  test('are those whose centres lie in it', () => {
    const box = corners([0.5, 0.5], [3.5, 0.5], [3.5, 2.5], [0.5, 2.5]);
    expect(drawn(pixelsWithin(box, size))).toEqual(['.....', '.###.', '.###.', '.....']);
  });

  test('do not depend on which way round the corners run', () => {
    const triangle = corners([-0.5, -0.5], [4.4, -0.5], [-0.5, 4.4]);
    const expected = ['####.', '###..', '##...', '#....'];
    expect(drawn(pixelsWithin(triangle, size))).toEqual(expected);
    expect(drawn(pixelsWithin([...triangle].reverse(), size))).toEqual(expected);
  });

  test('are cut off at the edges of the picture', () => {
    const large = corners([-9, -9], [20, -9], [20, 20], [-9, 20]);
    expect(pixelsWithin(large, size)).toHaveLength(20);
    expect(pixelsWithin(corners([6, 0], [9, 0], [9, 3]), size)).toEqual([]);
  });

  test('leave out what a bay of the polygon leaves out', () => {
    const horseshoe = corners(
      ...([
        [-0.5, -0.5],
        [0.5, -0.5],
        [0.5, 2.5],
        [3.5, 2.5],
      ] as const),
      ...([
        [3.5, -0.5],
        [4.5, -0.5],
        [4.5, 3.5],
        [-0.5, 3.5],
      ] as const),
    );
    expect(drawn(pixelsWithin(horseshoe, size))).toEqual(['#...#', '#...#', '#...#', '#####']);
  });

  test('are none where the corners are no numbers, or too few', () => {
    expect(pixelsWithin(corners([NaN, NaN], [NaN, NaN], [NaN, NaN]), size)).toEqual([]);
    expect(pixelsWithin(corners([0, 0], [3, 3]), size)).toEqual([]);
    expect(pixelsWithin([], size)).toEqual([]);
  });
});
