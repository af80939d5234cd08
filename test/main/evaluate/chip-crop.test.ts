import { describe, expect, it } from 'vitest';
import { chipFace, cropLikeChip } from '../../../main/evaluate/chip-crop.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import type { Point } from '../../../main/face/types.ts';
import { drawnFace, drawnPixels, movedFace, pixelAt } from './drawn-person.ts';

const [leftEye, rightEye] = chipFace;

describe('the layout of a chip photo', () => {
  it('is that of GA 461-2004, within its tolerances', () => {
    const scale = 441 / 126;
    const eyes = leftEye!.y * scale;
    const distance = (rightEye!.x - leftEye!.x) * scale;
    // Eyes at least 207 of 441 above the lower edge; the top of the hair 7 to 21 below the upper one.
    expect(441 - eyes).toBeGreaterThanOrEqual(207);
    expect(eyes - 1.85 * distance).toBeGreaterThan(7);
    expect(eyes - 1.85 * distance).toBeLessThan(21);
    // A face is about 2.2 eye distances wide: 207 ± 14.
    expect(Math.abs(2.2 * distance - 207)).toBeLessThan(14);
    expect((leftEye!.x + rightEye!.x) / 2).toBe(50.5);
  });
});

describe('cropping like a chip photo', () => {
  it('puts the face in its place at 102 × 126', async () => {
    const crop = cropLikeChip(await drawnPixels(), drawnFace);
    expect([crop.width, crop.height, crop.data.length]).toEqual([102, 126, 102 * 126 * 3]);
    for (const eye of [leftEye!, rightEye!]) {
      for (const value of pixelAt(crop, eye.x, eye.y)) expect(value).toBeLessThan(40);
    }
    const [red = 0, green = 0] = pixelAt(crop, 50.5, chipFace[3]!.y);
    expect(red).toBeGreaterThan(green + 100);
  });

  it('sets a head that lies on its side upright', async () => {
    const upright = await drawnPixels();
    const side = upright.width;
    // A quarter turn: the point (x, y) comes to (side − 1 − y, x).
    const data = new Uint8Array(upright.data.length);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++)
        data.set(pixelAt(upright, x, y), (x * side + side - 1 - y) * 3);
    }
    const turn = ({ x, y }: Point): Point => ({ x: side - 1 - y, y: x });
    const [a, b, c, d, e] = drawnFace.landmarks;
    const face = {
      ...drawnFace,
      landmarks: [turn(a), turn(b), turn(c), turn(d), turn(e)] as const,
    };
    const crop = cropLikeChip({ width: side, height: side, data }, face);
    const expected = cropLikeChip(upright, drawnFace);
    for (const [x, y] of [
      [leftEye!.x, leftEye!.y],
      [50, 60],
      [50, 14],
      [50, 123],
    ] as const) {
      pixelAt(crop, x, y).forEach((value, channel) => {
        expect(Math.abs(value - pixelAt(expected, x, y)[channel]!)).toBeLessThan(12);
      });
    }
  });

  it('continues a photograph that ends too soon in white', async () => {
    const image: RgbImage = await drawnPixels();
    const crop = cropLikeChip(image, movedFace({ x: -180, y: -150 }));
    expect(pixelAt(crop, 2, 2)).toEqual([255, 255, 255]);
    expect(pixelAt(crop, 100, 124)).not.toEqual([255, 255, 255]);
  });
});
