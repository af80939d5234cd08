import { describe, expect, test } from 'vitest';
import type { DetectedFace } from '../../../main/face/detected-face.ts';
import { largestFace } from '../../../main/face/largest-face.ts';

const photograph = { width: 640, height: 480 };
const face = (x: number, y: number, side: number, score = 0.9): DetectedFace => ({
  box: { x, y, width: side, height: side },
  score,
  eyes: [
    { x: x + side * 0.3, y: y + side * 0.4 },
    { x: x + side * 0.7, y: y + side * 0.4 },
  ],
});

describe('the largest face', () => {
  test('of none is none', () => {
    expect(largestFace([], photograph)).toBeUndefined();
  });

  test('is the only one, wherever it is', () => {
    const only = face(-40, 400, 60, 0.2);
    expect(largestFace([only], photograph)).toBe(only);
  });

  test.each([
    ['first', true],
    ['last', false],
  ])('is found though a small one stands in the middle (largest listed %s)', (_, isFirst) => {
    const large = face(20, 20, 200);
    const middle = face(280, 200, 80);
    expect(largestFace(isFirst ? [large, middle] : [middle, large], photograph)).toBe(large);
  });

  test('of several of a size is the one nearest to the middle', () => {
    const middle = face(270, 180, 100);
    const faces = [face(20, 180, 103), middle, face(520, 180, 101)];
    expect(largestFace(faces, photograph)).toBe(middle);
    expect(largestFace([...faces].reverse(), photograph)).toBe(middle);
  });

  test('is not one that is cut off by the edge, though its head is larger', () => {
    const guest = face(300, 150, 150);
    // Half of 260 × 260: more is seen of it than of the guest.
    const bystander = face(-130, 100, 260);
    expect(largestFace([bystander, guest], photograph)).toBe(guest);
  });

  test('is one that is cut off, if what is seen of it is still far larger', () => {
    const guest = face(-20, 50, 300);
    const behind = face(420, 150, 80);
    expect(largestFace([behind, guest], photograph)).toBe(guest);
  });

  test('is not one that the detector doubts, if a sure one is nearly as large', () => {
    const sure = face(20, 180, 100, 0.95);
    const doubtful = face(270, 180, 105, 0.3);
    expect(largestFace([doubtful, sure], photograph)).toBe(sure);
  });

  test('outside the photograph counts for nothing', () => {
    const guest = face(300, 200, 40);
    expect(largestFace([face(700, 100, 300), guest], photograph)).toBe(guest);
  });
});
