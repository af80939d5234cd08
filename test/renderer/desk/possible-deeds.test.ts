import { describe, expect, it } from 'vitest';
import type { ShownDesk } from '../../../main/ipc/desk-schema.ts';
import { possibleDeeds } from '../../../renderer/desk/possible-deeds.ts';

type Facts = Parameters<typeof possibleDeeds>[0];

const decided = (verdict: 'pass' | 'fail'): ShownDesk['decisions'][number] => ({
  verdict,
  operator: '王',
  reason: '看过',
  at: '2026-03-10T12:01:00.000Z',
});

/** What can be done, in the order of the buttons. */
const deeds = (facts: Partial<Facts>): readonly string[] =>
  Object.entries(possibleDeeds({ reasons: [], decisions: [], ...facts }))
    .filter(([, isPossible]) => isPossible)
    .map(([deed]) => deed);

describe('what a clerk can do', () => {
  it('is nothing without a guest, and before there is a result', () => {
    expect(deeds({})).toEqual([]);
    expect(deeds({ visit: 1 })).toEqual([]);
  });

  it.each([
    ['pass', ['pass', 'fail', 'next']],
    ['review', ['pass', 'fail', 'retry']],
    ['fail', ['pass', 'fail', 'retry', 'next']],
  ] as const)('after the station’s %s is %j', (verdict, possible) => {
    expect(deeds({ visit: 1, verdict })).toEqual(possible);
  });

  it('after a decision is the other one: the same again would say nothing', () => {
    expect(deeds({ visit: 1, verdict: 'pass', decisions: [decided('pass')] })).toEqual([
      'fail',
      'next',
    ]);
    expect(
      deeds({ visit: 1, verdict: 'fail', decisions: [decided('pass'), decided('fail')] }),
    ).toEqual(['pass', 'retry', 'next']);
  });

  it.each(['card-expired', 'card-not-yet-valid'] as const)(
    'is no other try with a card that stays as it is: %s',
    (reason) => {
      expect(deeds({ visit: 1, verdict: 'review', reasons: ['card-data-odd', reason] })).toEqual([
        'pass',
        'fail',
      ]);
    },
  );

  it('is another try where attempts are used up, or the cloud was declined', () => {
    for (const reason of ['attempts-used-up', 'cloud-declined'] as const)
      expect(deeds({ visit: 1, verdict: 'review', reasons: [reason] })).toContain('retry');
  });
});
