import { describe, expect, test } from 'vitest';
import type { LookedFace } from '../../../main/face/face-look.ts';
import { frameQuality } from '../../../main/face/frame-quality.ts';
import { goodFace } from './looked-face.ts';

const frame = { width: 640, height: 480 };
const quality = (changes: Partial<LookedFace>): number =>
  frameQuality({ ...goodFace, ...changes }, frame);
const { pose } = goodFace;

describe('the quality of a frame', () => {
  test('is 1 where more of anything would not help', () => {
    expect(quality({})).toBe(1);
  });

  const worsening: readonly (readonly [string, readonly Partial<LookedFace>[]])[] = [
    ['distance', [120, 90, 60].map((side) => ({ box: { x: 0, y: 0, width: side, height: side } }))],
    ['turning either way', [8, -20, 30, -40].map((yaw) => ({ pose: { ...pose, yaw } }))],
    ['nodding', [-10, 20, -35].map((pitch) => ({ pose: { ...pose, pitch } }))],
    ['tilting', [15, -30, 50].map((roll) => ({ pose: { ...pose, roll } }))],
    ['blur', [0.05, 0.02, 0.006].map((sharpness) => ({ sharpness }))],
    ['darkness', [75, 50, 25].map((brightness) => ({ brightness }))],
    ['glare', [210, 230, 245].map((brightness) => ({ brightness }))],
    ['fog', [16, 10, 5].map((contrast) => ({ contrast }))],
    ['light from one side', [0.7, 0.4, 0.2].map((evenness) => ({ evenness }))],
    ['a mask', [0.2, 0.5, 0.9].map((mouthCovered) => ({ mouthCovered }))],
    ['doubt of the detector', [0.8, 0.6, 0.45].map((score) => ({ score }))],
  ];

  test.each(worsening)('falls with %s', (_, steps) => {
    const qualities = [1, ...steps.map(quality)];
    for (const [i, value] of qualities.slice(1).entries()) {
      expect(value).toBeLessThan(qualities[i]!);
      expect(value).toBeGreaterThan(0);
    }
  });

  test('is 0 for a number that is none, and for one beyond all use', () => {
    expect(quality({ sharpness: NaN })).toBe(0);
    expect(quality({ sharpness: 0 })).toBe(0);
    expect(quality({ mouthCovered: 1 })).toBe(0);
  });
});
