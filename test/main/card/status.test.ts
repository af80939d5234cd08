import { describe, expect, it } from 'vitest';
import { statusCatalogue, statusGroup, statusName } from '../../../main/card/status.ts';

describe('status', () => {
  it.each([
    [0x90, 'success'],
    [0x9f, 'success'],
    [0x91, 'nothing-there'],
    [0x05, 'retry-after-re-placing'],
    [0x10, 'line-fault'],
    [0x11, 'line-fault'],
    [0x21, 'our-bug'],
    [0x23, 'our-bug'],
    [0x24, 'our-bug'],
    [0x31, 'retry-after-re-placing'],
    [0x32, 'retry-after-re-placing'],
    [0x33, 'retry-after-re-placing'],
    [0x37, 'retry-after-re-placing'],
    [0x3f, 'retry-after-re-placing'],
    [0x40, 'wrong-card'],
    [0x41, 'retry-after-re-placing'],
    [0x47, 'retry-after-re-placing'],
    [0x60, 'reader-broken'],
    [0x66, 'reader-broken'],
    [0x80, 'no-card'],
    [0x81, 'retry-after-re-placing'],
  ])('puts SW3 %i into group %s', (sw3, group) => {
    expect(statusGroup(sw3)).toBe(group);
  });

  it.each([0x42, 0x50, 0x00, 0xff])('does not guess at SW3 %i', (sw3) => {
    expect(statusName(sw3)).toBeUndefined();
    expect(statusGroup(sw3)).toBeUndefined();
  });

  it('names every code once', () => {
    const codes = Object.values(statusCatalogue).map(({ sw3 }) => sw3);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(21);
  });
});
