import { describe, expect, test } from 'vitest';
import { makeCropBuffer } from '../../../main/face/crop-buffer.ts';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import { warpInto } from '../../../main/face/warp.ts';
import type { ModelInput } from '../../../models/manifest-schema.ts';
import { paint, pixelAt } from './pictures.ts';

const width = 5;
const height = 3;
const first = paint(width, height, (x, y) => [10 * x + y, 100 + 10 * x + y, 200 + 10 * x + y]);
const second = paint(width, height, (x, y) => [255 - x, 255 - y, 255 - x - y]);
const pictures = [first, second];
const identity = { a: 1, b: 0, tx: 0, ty: 0 };

const inputOf = (parts: Partial<ModelInput>): ModelInput => ({
  name: 'pixels',
  width,
  height,
  channels: 3,
  layout: 'NHWC',
  colourOrder: 'RGB',
  elementType: 'float32',
  valueRange: { divideBy: 127.5, add: -1, appliedBy: 'caller' },
  ...parts,
});

const layouts = ['NHWC', 'NCHW'] as const;
const orders = ['RGB', 'BGR'] as const;
const elements = ['uint8', 'float32'] as const;
const ranges = ['graph', 'caller'] as const;
const cases = layouts.flatMap((layout) =>
  orders.flatMap((colourOrder) =>
    elements.flatMap((elementType) =>
      ranges
        // Bytes hold no fractions: such a network does the arithmetic in its graph.
        .filter((appliedBy) => elementType === 'float32' || appliedBy === 'graph')
        .map((appliedBy) => ({ layout, colourOrder, elementType, appliedBy })),
    ),
  ),
);

describe('a crop buffer', () => {
  test.each(cases)(
    'in $layout, $colourOrder, $elementType, range by the $appliedBy holds every value where the network reads it',
    ({ layout, colourOrder, elementType, appliedBy }) => {
      const valueRange = { divideBy: 127.5, add: -1, appliedBy };
      const buffer = makeCropBuffer(inputOf({ layout, colourOrder, elementType, valueRange }), 2);
      for (const [index, picture] of pictures.entries())
        warpInto(new MipPyramid(picture), identity, buffer.target(index));

      const isPacked = layout === 'NHWC';
      expect(buffer.dims).toEqual(isPacked ? [2, height, width, 3] : [2, 3, height, width]);
      expect(buffer.data).toBeInstanceOf(elementType === 'uint8' ? Uint8Array : Float32Array);
      for (const [n, picture] of pictures.entries())
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++)
            for (const c of [0, 1, 2]) {
              const at = isPacked
                ? ((n * height + y) * width + x) * 3 + c
                : ((n * 3 + c) * height + y) * width + x;
              const channel = colourOrder === 'RGB' ? c : 2 - c;
              const pixel = pixelAt(picture, x, y)[channel]!;
              const expected = appliedBy === 'caller' ? pixel / 127.5 - 1 : pixel;
              expect(buffer.data[at]).toBeCloseTo(expected, 5);
            }
    },
  );

  test('of bytes rounds and does not wrap around', () => {
    const buffer = makeCropBuffer(
      inputOf({ elementType: 'uint8', valueRange: { divideBy: 1, add: 0, appliedBy: 'graph' } }),
      1,
    );
    const steps = paint(width, height, (x) => [x % 2 === 0 ? 254 : 255, x, 2 * x]);
    warpInto(new MipPyramid(steps), { ...identity, tx: 0.5 }, buffer.target(0), [255, 255, 255]);
    expect([...buffer.data.subarray(0, 6)]).toEqual([255, 1, 1, 255, 2, 3]);
  });
});
