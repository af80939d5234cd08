import { expect, test } from 'vitest';
import { makeCropBuffer } from '../../../main/face/crop-buffer.ts';
import { mirrorCrop } from '../../../main/face/mirror-crop.ts';
import { manifestModels } from './models.ts';

const small = { ...manifestModels.embedding.input, width: 3, height: 2 };

test.each(['NHWC', 'NCHW'] as const)(
  'a crop is mirrored left to right, channel by channel, in %s',
  (layout) => {
    const buffer = makeCropBuffer({ ...small, layout }, 2);
    const [from, to] = [buffer.target(0), buffer.target(1)];
    const valueAt = (target: typeof from, x: number, y: number, channel: number): number =>
      target.data[(target.channels[channel] ?? 0) + (y * 3 + x) * target.step] ?? -1;
    for (let i = 0; i < 18; i++) buffer.data[i] = i + 1;
    mirrorCrop(from, to);
    for (let y = 0; y < 2; y++)
      for (let x = 0; x < 3; x++)
        for (let channel = 0; channel < 3; channel++)
          expect(valueAt(to, x, y, channel)).toBe(valueAt(from, 2 - x, y, channel));
    expect([...buffer.data.subarray(0, 18)]).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  },
);
