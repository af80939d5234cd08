import { describe, expect, it } from 'vitest';
import { pauseAfter, usualBackoff } from '../../../main/card/backoff.ts';
import {
  findCard,
  readBaseInfo,
  readBaseInfoAndFingerprints,
  speeds,
} from '../../../main/card/commands.ts';
import { timeoutOf, wireTime } from '../../../main/card/timing.ts';

describe('time on the wire (reader protocol §3.3)', () => {
  it.each([
    [1295, 115_200, 112],
    [1295, 19_200, 674],
    [1295, 9600, 1349],
    [2321, 115_200, 201],
    [2321, 19_200, 1209],
    [2321, 9600, 2418],
  ])('%d bytes at %d bits per second are %d ms', (bytes, speed, ms) => {
    expect(Math.round(wireTime(bytes, speed))).toBe(ms);
  });

  it.each(speeds)('leaves every command its thinking time at %d', (speed) => {
    expect(timeoutOf(findCard, speed)).toBeGreaterThanOrEqual(1000);
    expect(timeoutOf(readBaseInfo, speed)).toBeGreaterThanOrEqual(3000 + wireTime(1295, speed));
    expect(timeoutOf(readBaseInfoAndFingerprints, speed)).toBeGreaterThanOrEqual(
      5000 + wireTime(2321, speed),
    );
  });
});

describe('pauses between attempts', () => {
  const pauses = (random: () => number): number[] =>
    [1, 2, 3, 4, 5, 6, 100].map((attempt) => pauseAfter(attempt, { ...usualBackoff, random }));

  it('double up to the cap', () => {
    expect(pauses(() => 0)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it('are shortened by up to a half at random', () => {
    expect(pauses(() => 0.5)).toEqual([375, 750, 1500, 3000, 6000, 7500, 7500]);
  });
});
