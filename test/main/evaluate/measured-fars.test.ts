import { describe, expect, it } from 'vitest';
import {
  calibratedFars,
  impostorPairsFor,
  isSupported,
} from '../../../main/evaluate/measured-fars.ts';

describe('the FARs a calibration measures', () => {
  it('are those offered and each over 2, 3, 5 and 10 attempts, lax to strict and once each', () => {
    expect(calibratedFars).toEqual([
      0.01,
      0.005,
      0.01 / 3,
      0.002,
      0.001,
      0.0005,
      0.001 / 3,
      0.0002,
      0.0001,
      0.00005,
      0.0001 / 3,
      0.00002,
      0.00001,
    ]);
  });

  it('are supported from two expected impostors above the threshold on', () => {
    expect(isSupported(0.0001, 20_000)).toBe(true);
    expect(isSupported(0.0001, 19_999)).toBe(false);
    for (const far of calibratedFars) {
      expect(isSupported(far, impostorPairsFor(far))).toBe(true);
      expect(isSupported(far, impostorPairsFor(far) - 1)).toBe(false);
    }
  });
});
