import { describe, expect, it } from 'vitest';
import { formatDecision } from '../../../renderer/text/format-decision.ts';

describe('formatDecision', () => {
  it.each([
    [93.27, 80, '93.3', '80.0'],
    [79.96, 80, '79.96', '80.00'],
    [85.45, 85.488, '85.45', '85.49'],
    [85.49, 85.488, '85.5', '85.5'],
    [79.999_99, 80, '79.99999', '80.00000'],
    [80, 80, '80.0', '80.0'],
  ])('shows %f against %f as %s against %s', (score, threshold, shownScore, shownThreshold) => {
    const shown = formatDecision({ score, threshold, far: 0.01 }, 'zh');
    expect([shown.score, shown.threshold]).toEqual([shownScore, shownThreshold]);
  });

  it.each([
    [0.01, '1%', '100'],
    [0.001, '0.1%', '1,000'],
    [0.0001, '0.01%', '10,000'],
  ])('says what a FAR of %f means', (far, percent, oneIn) => {
    for (const language of ['zh', 'en'] as const) {
      const text = formatDecision({ score: 1, threshold: 80, far }, language).far;
      expect(text).toContain(percent);
      expect(text).toContain(` ${oneIn} `);
    }
  });
});
