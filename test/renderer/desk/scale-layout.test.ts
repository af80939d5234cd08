import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutScale, spread } from '../../../renderer/desk/scale-layout.ts';

describe('spread', () => {
  it('leaves alone what has room', () => {
    expect(spread([10, 50, 90], 9)).toEqual([10, 50, 90]);
  });

  it('parts what touches, around where it was', () => {
    expect(spread([50, 50], 10)).toEqual([45, 55]);
  });

  it('keeps order, distance and bounds whatever the places', () => {
    const rising = fc
      .array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 11 })
      .map((places) => places.sort((a, b) => a - b));
    fc.assert(
      fc.property(rising, (places) => {
        const parted = spread(places, 9);
        expect(parted).toHaveLength(places.length);
        for (const [index, place] of parted.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(100 + 1e-9);
          if (index > 0) expect(place - parted[index - 1]!).toBeGreaterThanOrEqual(9 - 1e-9);
        }
      }),
    );
  });
});

describe('layOutScale', () => {
  const scale = [
    { far: 0.0001, threshold: 90 },
    { far: 1 / 3000, threshold: 85.2 },
    { far: 0.01, threshold: 70 },
  ];

  it('sorts the marks from lax to strict', () => {
    const marks = layOutScale({ scale, farApplied: 0.01 });
    expect(marks.map(({ threshold }) => threshold)).toEqual([70, 85.2, 90]);
  });

  it('finds the mark in use though dividing the rate has rounded it', () => {
    const marks = layOutScale({ scale, farApplied: 0.001 / 3 });
    expect(marks.filter(({ isApplied }) => isApplied).map(({ threshold }) => threshold)).toEqual([
      85.2,
    ]);
  });
});
