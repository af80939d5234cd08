import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAttempt, sampleRules } from '../../main/station/sample-guests.ts';
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
  it('sorts the marks from lax to strict', () => {
    const scale = [
      { far: 0.0001, threshold: 90 },
      { far: 0.01, threshold: 70 },
    ];
    expect(layOutScale({ scale, far: 0.01 }).map(({ threshold }) => threshold)).toEqual([70, 90]);
  });

  // With ten attempts the share of 1 % is another rate that is offered, 0.1 %.
  it.each([
    [0.001, 1, 80],
    [0.001, 3, 84],
    [0.01, 1, 70],
    [0.01, 3, 74],
    [0.01, 10, 80],
  ])('marks %d in use, which each of %d attempts is judged by: %d', (far, attempts, passMark) => {
    const { scale, decision } = sampleAttempt(85, { ...sampleRules, far, attempts });
    const marks = layOutScale({ scale, far: decision.far });
    const applied = marks.filter(({ isApplied }) => isApplied);
    expect(applied).toMatchObject([{ far, threshold: passMark }]);
    expect(decision.threshold).toBe(passMark);
  });
});
