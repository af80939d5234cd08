import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../main/evaluate/random.ts';

const draw = (seed: number, count: number): readonly number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seeded random numbers', () => {
  it('repeat with their seed and differ without', () => {
    expect(draw(7, 50)).toEqual(draw(7, 50));
    expect(draw(7, 50)).not.toEqual(draw(8, 50));
    expect(draw(1, 50)).not.toEqual(draw(1 + 2 ** 32, 50));
  });

  it('stay as they are from release to release, or old calibrations could not be made again', () => {
    expect(draw(1, 3).map((value) => Math.floor(value * 2 ** 32))).toMatchInlineSnapshot(`
      [
        2012149540,
        1872316204,
        1707632675,
      ]
    `);
  });

  it('fill 0 to 1 evenly', () => {
    const bins = new Array<number>(10).fill(0);
    for (const value of draw(3, 100_000)) bins[Math.floor(value * 10)]! += 1;
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
