import { describe, expect, it } from 'vitest';
import { formatScore, formatScoreAgainst } from '../../../renderer/text/format-score.ts';

describe('formatScoreAgainst', () => {
  it.each([
    [93.27, 80, '93.3', '80.0'],
    [79.96, 80, '79.96', '80.00'],
    [85.45, 85.488, '85.45', '85.49'],
    [85.49, 85.488, '85.5', '85.5'],
    [79.999_99, 80, '79.99999', '80.00000'],
    [80, 80, '80.0', '80.0'],
  ])('shows %f against %f as %s against %s', (score, threshold, shownScore, shownThreshold) => {
    const shown = formatScoreAgainst(score, threshold);
    expect(shown).toEqual({ score: shownScore, threshold: shownThreshold });
  });
});

describe('formatScore', () => {
  it('has one decimal', () => {
    expect(formatScore(70)).toBe('70.0');
  });
});
