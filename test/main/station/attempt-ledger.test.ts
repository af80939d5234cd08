import { describe, expect, it } from 'vitest';
import { AttemptLedger, ledgerMemory } from '../../../main/station/attempt-ledger.ts';
import { residentText } from '../card/synthetic-cards.ts';
import { FakeClock } from './fake-clock.ts';

const open = (maximum?: number) => {
  const clock = new FakeClock();
  const ledger = new AttemptLedger({
    elapsed: () => clock.elapsed(),
    ...(maximum !== undefined && { maximum }),
  });
  return { clock, ledger };
};

describe('the ledger of attempts', () => {
  it('counts the attempts of each card by itself', () => {
    const { ledger } = open();
    ledger.count('a');
    ledger.count('a');
    ledger.count('b');
    expect(['a', 'b', 'c'].map((mark) => ledger.used(mark))).toEqual([2, 1, 0]);
    ledger.clear('a');
    expect(ledger.used('a')).toBe(0);
  });

  it('forgets a card ten minutes after its last attempt, not its first', () => {
    const { ledger, clock } = open();
    ledger.count('a');
    clock.pass(ledgerMemory - 1);
    ledger.count('a');
    clock.pass(ledgerMemory - 1);
    expect(ledger.used('a')).toBe(2);
    clock.pass(1);
    expect(ledger.used('a')).toBe(0);
    expect(ledger.size).toBe(0);
  });

  it('keeps a card that came again later than those that came before', () => {
    const { ledger, clock } = open();
    ledger.count('a');
    clock.pass(1000);
    ledger.count('b');
    clock.pass(1000);
    ledger.count('a');
    clock.pass(ledgerMemory - 1000);
    expect([ledger.used('a'), ledger.used('b')]).toEqual([2, 0]);
  });

  it('forgets the card longest ago when there are too many', () => {
    const { ledger } = open(2);
    for (const mark of ['a', 'b', 'a', 'c']) ledger.count(mark);
    expect(ledger.size).toBe(2);
    expect(['a', 'b', 'c'].map((mark) => ledger.used(mark))).toEqual([2, 0, 1]);
  });

  it('counts attempts again of a pass that does not stand, and never fewer than there were', () => {
    const { ledger, clock } = open();
    ledger.count('a');
    ledger.clear('a');
    ledger.restore('a', 1);
    expect(ledger.used('a')).toBe(1);
    ledger.count('a');
    ledger.restore('a', 1);
    expect(ledger.used('a')).toBe(2);
    ledger.restore('b', 0);
    expect(ledger.size).toBe(1);
    clock.pass(ledgerMemory);
    expect(ledger.used('a')).toBe(0);
  });

  it('does not go by the clock on the wall, which may be set', () => {
    const { ledger, clock } = open();
    ledger.count('a');
    clock.wall += 24 * 3_600_000;
    expect(ledger.used('a')).toBe(1);
  });

  it('calls a card by a mark that tells nothing, and that another station cannot make', () => {
    const { ledger } = open();
    const text = residentText();
    const mark = ledger.markOf(text);
    expect(ledger.markOf(text.slice())).toBe(mark);
    expect(ledger.markOf(residentText({ 52: '别处' }))).not.toBe(mark);
    expect(open().ledger.markOf(text)).not.toBe(mark);
    expect(mark).toHaveLength(44);
    // Only read: the guest is still at the counter.
    expect(text).toEqual(residentText());
  });
});
