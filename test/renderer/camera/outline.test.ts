import { describe, expect, it } from 'vitest';
import { approach, pathOf, shareAfter, type Outline } from '../../../renderer/camera/outline.ts';

const square: Outline = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

describe('an outline that glides', () => {
  const there: Outline = square.map(({ x, y }) => ({ x: x + 2, y: y - 4 }));

  it('goes a share of the way, each point on its own', () => {
    expect(approach(square, there, 0)).toEqual(square);
    expect(approach(square, there, 1)).toEqual(there);
    expect(approach(square, there, 0.25)[2]).toEqual({ x: 1.5, y: 0 });
  });

  it('jumps where it has other points than before', () => {
    expect(approach(square.slice(1), there, 0.25)).toEqual(there);
  });

  it('comes half the way in as long, however often it is drawn meanwhile', () => {
    expect(shareAfter(0, 70)).toBe(0);
    expect(shareAfter(70, 70)).toBeCloseTo(0.5);
    const often = [10, 20, 40].reduce((left, ms) => left * (1 - shareAfter(ms, 70)), 1);
    expect(1 - often).toBeCloseTo(shareAfter(70, 70));
  });
});

describe('the path of an outline', () => {
  it('runs closed through the middles of its sides, in the size it is drawn at', () => {
    expect(pathOf(square, { width: 200, height: 100 })).toBe(
      'M0.0 50.0Q0.0 0.0 100.0 0.0Q200.0 0.0 200.0 50.0Q200.0 100.0 100.0 100.0Q0.0 100.0 0.0 50.0Z',
    );
  });

  it('is none of fewer points than make an area', () => {
    expect(pathOf(square.slice(2), { width: 200, height: 100 })).toBe('');
    expect(pathOf([], { width: 200, height: 100 })).toBe('');
  });
});
