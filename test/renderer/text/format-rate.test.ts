import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatOneIn,
  formatRate,
  formatSeconds,
} from '../../../renderer/text/format-rate.ts';

describe('formatRate', () => {
  it.each([
    [0.01, '1%', '100'],
    [0.001, '0.1%', '1,000'],
    [0.0001, '0.01%', '10,000'],
    [0.0003333333333333333, '0.033%', '3,000'],
    [0.037331, '3.7%', '27'],
  ])('writes %f as %s, one in %s', (rate, percent, oneIn) => {
    for (const language of ['zh', 'en'] as const) {
      expect(formatRate(rate, language)).toBe(percent);
      expect(formatOneIn(rate, language)).toBe(oneIn);
    }
  });
});

describe('formatCount and formatSeconds', () => {
  it('set thousands apart, and make seconds of milliseconds', () => {
    expect(formatCount(30352498, 'zh')).toBe('30,352,498');
    expect(formatSeconds(1432)).toBe('1.4');
  });
});
