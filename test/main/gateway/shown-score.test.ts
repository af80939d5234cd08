import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownScore } from '../../../main/gateway/shown-score.ts';

test('a score is sent with four decimals', () => {
  expect([98.7913, 93.0993749329519, 0, 100, 80, 79.99999].map(shownScore)).toEqual([
    98.7913, 93.0993, 0, 100, 80, 79.9999,
  ]);
});

test('a score is never sent as more than it is, nor as much less', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (score) => {
      const shown = shownScore(score);
      expect(shown).toBeLessThanOrEqual(score);
      expect(score - shown).toBeLessThan(0.0001 + 1e-9);
      expect(String(shown)).toMatch(/^\d{1,3}(\.\d{1,4})?$|^[\d.]+e-\d+$|^-0$/);
    }),
    { numRuns: 2000 },
  );
});
