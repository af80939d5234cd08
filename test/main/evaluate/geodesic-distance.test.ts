import { describe, expect, it } from 'vitest';
import { geodesicDistance } from '../../../main/evaluate/geodesic-distance.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';

const grey = (rows: readonly (readonly number[])[]): RgbImage => ({
  width: rows[0]!.length,
  height: rows.length,
  data: Uint8Array.from(rows.flat().flatMap((value) => [value, value, value])),
});
const step = 2;

describe('the geodesic distance', () => {
  it('is the number of steps where nothing changes', () => {
    const distance = geodesicDistance(grey([[9, 9, 9, 9]]), (pixel) => pixel === 0);
    expect([...distance]).toEqual([0, step, 2 * step, 3 * step]);
  });

  it('adds the change of colour on the way', () => {
    const distance = geodesicDistance(grey([[0, 100, 100]]), (pixel) => pixel === 0);
    expect(distance[2]).toBeCloseTo(2 * step + 100 * Math.sqrt(3), 3);
  });

  it('goes round a wall, however it winds, if that is shorter', () => {
    const image = grey([
      [0, 255, 0, 0, 0],
      [0, 255, 0, 255, 0],
      [0, 255, 0, 255, 0],
      [0, 0, 0, 255, 0],
    ]);
    const distance = geodesicDistance(image, (pixel) => pixel === 0);
    expect(distance[4]).toBeLessThan(255);
    expect(distance[1]).toBeGreaterThan(255);
  });

  it('is the same from all sides', () => {
    const rows = [
      [10, 200, 30],
      [40, 50, 160],
      [70, 80, 90],
    ];
    const forth = geodesicDistance(grey(rows), (pixel) => pixel === 0);
    const back = geodesicDistance(grey(rows), (pixel) => pixel === 8);
    expect(forth[8]).toBeCloseTo(back[0]!, 3);
  });

  it('is endless where there is no seed', () => {
    expect([...geodesicDistance(grey([[1, 2]]), () => false)]).toEqual([Infinity, Infinity]);
  });
});
