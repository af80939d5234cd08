import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOrders, orientations, toUprightRgb } from '../../../main/photo/pixel-layout.ts';
import {
  firstDifference,
  knownPixel,
  knownRgb,
} from '../../native-bridge/photo-decoder/known-picture.ts';

const length = 102 * 126 * 3;
const layout = fc.record({
  orientation: fc.constantFrom(...orientations),
  channelOrder: fc.constantFrom(...channelOrders),
});
const picture = fc.integer().map((seed) => {
  // A cheap picture in which no two neighbouring bytes are alike.
  return Uint8Array.from({ length }, (_, i) => (Math.imul(i + seed, 2654435761) >>> 13) & 0xff);
});

/** Pixel of an upright picture, as R, G, B. */
const at = (rgb: Uint8Array, x: number, y: number): readonly number[] => [
  ...rgb.subarray((y * 102 + x) * 3, (y * 102 + x) * 3 + 3),
];

describe('toUprightRgb', () => {
  it('leaves upright RGB as it is, in a buffer of its own', () => {
    const pixels = knownRgb(3);
    const rgb = toUprightRgb(pixels, { orientation: 'upright', channelOrder: 'RGB' });
    expect(firstDifference(rgb, pixels)).toBe(-1);
    expect(rgb.buffer).not.toBe(pixels.buffer);
  });

  it('exchanges red and blue of BGR', () => {
    const rgb = toUprightRgb(knownRgb(3), { orientation: 'upright', channelOrder: 'BGR' });
    expect(at(rgb, 10, 20)).toEqual([...knownPixel(10, 20, 3)].reverse());
  });

  it.each([
    ['upright', 10, 20],
    ['bottom-up', 10, 105],
    ['mirrored', 91, 20],
    ['rotated-180', 91, 105],
  ] as const)('finds the pixel of an %s picture where it lies', (orientation, x, y) => {
    const rgb = toUprightRgb(knownRgb(3), { orientation, channelOrder: 'RGB' });
    expect(at(rgb, 10, 20)).toEqual(knownPixel(x, y, 3));
  });

  it('is undone by doing it twice, whatever the layout', () => {
    fc.assert(
      fc.property(picture, layout, (pixels, how) => {
        expect(firstDifference(toUprightRgb(toUprightRgb(pixels, how), how), pixels)).toBe(-1);
      }),
      { numRuns: 20 },
    );
  });

  it('loses no byte, whatever the layout', () => {
    fc.assert(
      fc.property(picture, layout, (pixels, how) => {
        const rgb = toUprightRgb(pixels, how);
        expect(firstDifference(rgb.toSorted(), pixels.toSorted())).toBe(-1);
      }),
      { numRuns: 20 },
    );
  });
});
