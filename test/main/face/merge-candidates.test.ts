import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../main/face/blazeface-anchors.ts';
import { mergeCandidates, overlapOf } from '../../../main/face/merge-candidates.ts';
import type { Box } from '../../../main/face/types.ts';

const square = (x: number, y: number, side = 10): Box => ({ x, y, width: side, height: side });
const candidate = (score: number, box: Box): Candidate => ({
  score,
  box,
  keyPoints: [{ x: box.x, y: box.y }],
});

describe('the overlap of two boxes', () => {
  test.each([
    ['the same', square(0, 0), square(0, 0), 1],
    ['half over each other', square(0, 0), square(5, 0), 1 / 3],
    ['one inside the other', square(0, 0), square(2, 2, 5), 1 / 4],
    ['side by side', square(0, 0), square(10, 0), 0],
    ['apart', square(0, 0), square(50, 50), 0],
    ['apart in both directions at once', square(0, 0), square(-30, -30), 0],
  ])('%s', (_, a, b, expected) => {
    expect(overlapOf(a, b)).toBeCloseTo(expected, 12);
    expect(overlapOf(b, a)).toBeCloseTo(expected, 12);
  });
});

describe('candidates of one face', () => {
  test('are averaged by their scores, and the surest score stays', () => {
    const merged = mergeCandidates(
      [candidate(0.6, square(0, 0)), candidate(0.9, square(3, 0))],
      0.3,
    );
    expect(merged).toHaveLength(1);
    expect(merged[0]!.score).toBe(0.9);
    expect(merged[0]!.box.x).toBeCloseTo((0.6 * 0 + 0.9 * 3) / 1.5, 12);
    expect(merged[0]!.keyPoints[0]!.x).toBeCloseTo(1.8, 12);
    expect(merged[0]!.box.width).toBeCloseTo(10, 12);
  });

  test('are those that overlap the surest of them, not a chain of neighbours', () => {
    // The outer two overlap the middle one, and not each other.
    const merged = mergeCandidates(
      [candidate(0.9, square(0, 0)), candidate(0.7, square(5, 0)), candidate(0.8, square(10, 0))],
      0.3,
    );
    expect(merged.map(({ score }) => score)).toEqual([0.9, 0.8]);
  });

  test('far apart stay as they are, the surest first', () => {
    const faces = [candidate(0.6, square(0, 0)), candidate(0.9, square(100, 0))];
    const merged = mergeCandidates(faces, 0.3);
    expect(merged.map(({ box }) => Math.round(box.x))).toEqual([100, 0]);
  });

  test('of no face are none', () => {
    expect(mergeCandidates([], 0.3)).toEqual([]);
  });

  test('however they lie: each face found overlaps one of them and the surest comes first', () => {
    const place = fc.double({ min: 0, max: 200, noNaN: true });
    const side = fc.double({ min: 1, max: 80, noNaN: true });
    const score = fc.double({ min: 0.2, max: 1, noNaN: true });
    const any = fc
      .tuple(score, place, place, side)
      .map(([sure, x, y, length]) => candidate(sure, square(x, y, length)));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (candidates) => {
        const merged = mergeCandidates(candidates, 0.3);
        const scores = merged.map((face) => face.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(merged.length).toBeLessThanOrEqual(candidates.length);
        expect(merged.length > 0).toBe(candidates.length > 0);
        for (const face of merged)
          expect(candidates.some(({ box }) => overlapOf(box, face.box) > 0)).toBe(true);
      }),
    );
  });
});
