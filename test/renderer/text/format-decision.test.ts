import { describe, expect, it } from 'vitest';
import { formatDecision } from '../../../renderer/text/format-decision.ts';

describe('formatDecision', () => {
  it('never shows a score as the threshold it did not reach', () => {
    const { score, threshold } = formatDecision({ score: 79.96, threshold: 80, far: 0.01 }, 'zh');
    expect([score, threshold]).toEqual(['79.9', '80.0']);
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
