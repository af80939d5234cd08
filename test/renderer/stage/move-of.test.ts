import { describe, expect, it } from 'vitest';
import { moveOf } from '../../../renderer/stage/move-of.ts';

describe('whose move it is at a result', () => {
  it.each([
    ['pass', true, 'takeCard'],
    ['fail', false, 'nextGuest'],
    ['review', true, undefined],
    ['review', false, undefined],
  ] as const)('is, after %s with a card that lies: %s, %s', (verdict, cardLies, move) => {
    expect(moveOf({ verdict, cardLies, nextWaits: false })).toBe(move);
  });

  it.each(['pass', 'review'] as const)(
    'is nobody’s while a next guest waits after %s',
    (verdict) => {
      expect(moveOf({ verdict, cardLies: false, nextWaits: true })).toBe('nextWaits');
    },
  );
});
