import { describe, expect, test } from 'vitest';
import { BlazefaceDetector, letterbox } from '../../../main/face/blazeface-detector.ts';
import type { DetectedFace } from '../../../main/face/detected-face.ts';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import { applyTransform, invertTransform } from '../../../main/face/similarity-transform.ts';
import { manifestModels, ScriptedNetwork } from './models.ts';
import { gradient } from './pictures.ts';

describe('the letterbox', () => {
  const corners = (width: number, height: number) => [
    { x: -0.5, y: -0.5 },
    { x: width - 0.5, y: height - 0.5 },
  ];

  test.each([
    ['a wide photograph', 640, 480, 1, [0, 32, 256, 224]],
    ['a tall photograph', 480, 640, 1, [32, 0, 224, 256]],
    ['a square one', 300, 300, 1, [0, 0, 256, 256]],
    ['a small one', 102, 126, 1, [24.381, 0, 231.619, 256]],
    ['a padded one', 640, 480, 1.6, [48, 68, 208, 188]],
  ])('fits %s into the middle', (_, width, height, padding, [x0, y0, x1, y1]) => {
    const toInput = invertTransform(letterbox({ width, height }, 256, padding));
    const [first, last] = corners(width, height).map((corner) => applyTransform(toInput, corner));
    // From pixel centres to edges: half a pixel.
    expect(first!.x + 0.5).toBeCloseTo(x0!, 3);
    expect(first!.y + 0.5).toBeCloseTo(y0!, 3);
    expect(last!.x + 0.5).toBeCloseTo(x1!, 3);
    expect(last!.y + 0.5).toBeCloseTo(y1!, 3);
  });
});

describe('a face the detector sees', () => {
  const scores16 = new Array<number>(512).fill(-20);
  const boxes16 = new Array<number>(512 * 16).fill(0);
  // Second anchor of the cell in column 8, row 8 of the fine grid: centre (136, 136).
  const anchor = (8 * 16 + 8) * 2 + 1;
  scores16[anchor] = 3;
  boxes16.splice(anchor * 16, 16, 2, 4, 40, 50, -10, -12, 10, -12, 0, 0, 0, 10, -20, 0, 20, 0);
  const network = new ScriptedNetwork(manifestModels.detector, () => ({
    scores_16: scores16,
    boxes_16: boxes16,
    scores_32: new Array<number>(384).fill(-20),
    boxes_32: new Array<number>(384 * 16).fill(0),
  }));
  const detectorOfOne = new BlazefaceDetector(network);
  const photograph = new MipPyramid(gradient(640, 480));
  const canvas = { padding: 1, colour: [0, 0, 0], minScore: 0.5, minShare: 0 } as const;

  test('counts only where its longer side is a large enough share of the photograph', async () => {
    // 125 pixels of 640.
    const withShare = (minShare: number): Promise<readonly DetectedFace[]> =>
      detectorOfOne.detect(photograph, { ...canvas, minShare });
    expect(await withShare(0.195)).toHaveLength(1);
    expect(await withShare(0.196)).toHaveLength(0);
  });

  test('is given in pixels of the photograph, with the eyes left to right', async () => {
    const faces = await detectorOfOne.detect(photograph, canvas);

    // 640 pixels on 256: 2.5 to one, and 32 rows of nothing above.
    expect(faces).toHaveLength(1);
    const [face] = faces;
    expect(face!.score).toBeCloseTo(0.9526, 4);
    expect(face!.box.width).toBeCloseTo(100, 6);
    expect(face!.box.height).toBeCloseTo(125, 6);
    expect(face!.box.x + 50).toBeCloseTo(2.5 * 138 - 0.5, 6);
    expect(face!.box.y + 62.5).toBeCloseTo(2.5 * (140 - 32) - 0.5, 6);
    const [left, right] = face!.eyes;
    expect(left.x).toBeCloseTo(2.5 * 126 - 0.5, 6);
    expect(right.x).toBeCloseTo(2.5 * 146 - 0.5, 6);
    expect(left.y).toBeCloseTo(2.5 * (124 - 32) - 0.5, 6);
    expect(right.y).toBeCloseTo(left.y, 9);
  });
});
