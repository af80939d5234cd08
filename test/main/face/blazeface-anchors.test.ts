import { describe, expect, test } from 'vitest';
import { readCandidates, type Candidate } from '../../../main/face/blazeface-anchors.ts';
import type { DetectorModel } from '../../../models/manifest-schema.ts';

/** A small detector: 2 × 2 cells with two anchors each, and one cell with one. Two key points. */
const detector: DetectorModel['detector'] = {
  family: 'blazeface',
  fit: 'letterbox',
  grids: [
    { stride: 16, anchorsPerCell: 2, scores: 'fine scores', boxes: 'fine boxes' },
    { stride: 32, anchorsPerCell: 1, scores: 'coarse scores', boxes: 'coarse boxes' },
  ],
  keyPoints: ['left eye', 'right eye'],
  eyes: [0, 1],
  minScore: 0.5,
  retry: { padding: 1.6, minScore: 0.2, sureScore: 0.65 },
  overlap: 0.3,
};
const inputSize = 32;
const nothing = -50;

/** The network's outputs with some anchors that answer; all others see nothing. */
const read = (
  answers: readonly { grid: 0 | 1; anchor: number; logit: number; numbers: readonly number[] }[],
  minScore = 0.5,
): readonly Candidate[] => {
  const outputs = new Map([
    ['fine scores', new Float32Array(8).fill(nothing)],
    ['fine boxes', new Float32Array(8 * 8)],
    ['coarse scores', new Float32Array(1).fill(nothing)],
    ['coarse boxes', new Float32Array(8)],
  ]);
  for (const { grid, anchor, logit, numbers } of answers) {
    const { scores, boxes } = detector.grids[grid]!;
    outputs.get(scores)![anchor] = logit;
    outputs.get(boxes)!.set(numbers, anchor * 8);
  }
  return readCandidates(outputs, detector, inputSize, minScore);
};

describe('the candidates of a detector', () => {
  test('are none where no anchor sees anything', () => {
    expect(read([])).toEqual([]);
  });

  test('lie where their offsets put them from the centre of their cell', () => {
    // Anchor 5 is the second of cell 2: left column, second row, centre (8, 24).
    const numbers = [1, -2, 10, 20, 3, 4, -5, 6];
    expect(read([{ grid: 0, anchor: 5, logit: 2, numbers }])).toEqual([
      {
        score: expect.closeTo(1 / (1 + Math.exp(-2)), 6) as number,
        box: { x: 8 + 1 - 5, y: 24 - 2 - 10, width: 10, height: 20 },
        keyPoints: [
          { x: 11, y: 28 },
          { x: 3, y: 30 },
        ],
      },
    ]);
  });

  test.each([
    [0, 8, 8],
    [1, 8, 8],
    [2, 24, 8],
    [3, 24, 8],
    [4, 8, 24],
    [7, 24, 24],
  ])('of anchor %i of the fine grid count from (%i, %i)', (anchor, x, y) => {
    const [candidate] = read([{ grid: 0, anchor, logit: 1, numbers: [0, 0, 4, 4, 0, 0, 0, 0] }]);
    expect(candidate!.box).toEqual({ x: x - 2, y: y - 2, width: 4, height: 4 });
    expect(candidate!.keyPoints[0]).toEqual({ x, y });
  });

  test('come from every grid', () => {
    const numbers = [0, 0, 6, 6, 0, 0, 0, 0];
    const candidates = read([
      { grid: 1, anchor: 0, logit: 3, numbers },
      { grid: 0, anchor: 0, logit: 1, numbers },
    ]);
    expect(candidates.map(({ box }) => box.x + 3)).toEqual([8, 16]);
  });

  test('have more than the least score', () => {
    const numbers = [0, 0, 6, 6, 0, 0, 0, 0];
    const at = (score: number): number => Math.log(score / (1 - score));
    const answers = [0.19, 0.21, 0.49, 0.51].map(
      (score, anchor) => ({ grid: 0, anchor, logit: at(score), numbers }) as const,
    );
    expect(read(answers, 0.5).map(({ score }) => score.toFixed(2))).toEqual(['0.51']);
    expect(read(answers, 0.2).map(({ score }) => score.toFixed(2))).toEqual([
      '0.21',
      '0.49',
      '0.51',
    ]);
  });

  test.each([
    ['no width', [0, 0, 0, 6]],
    ['a box turned inside out', [0, 0, -6, -6]],
    ['a box that is no number', [0, 0, NaN, 6]],
    ['a box without end', [0, 0, Infinity, 6]],
  ])('with %s are left out', (_, box) => {
    expect(read([{ grid: 0, anchor: 0, logit: 5, numbers: [...box, 0, 0, 0, 0] }])).toEqual([]);
  });

  test('with a score that is no number are left out', () => {
    const numbers = [0, 0, 6, 6, 0, 0, 0, 0];
    expect(read([{ grid: 0, anchor: 0, logit: NaN, numbers }])).toEqual([]);
  });
});
