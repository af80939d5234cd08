import { describe, expect, it } from 'vitest';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { contract } from '../../../main/ipc/contract.ts';
import { toShownState } from '../../../main/ipc/shown-state.ts';
import type { CounterState, GuestCard } from '../../../main/station/counter-state.ts';
import { StationError } from '../../../main/station/station-error.ts';
import {
  foreigner2017Text,
  foreigner2023Text,
  hkMacaoTaiwanText,
  residentText,
  textBlock,
} from '../card/synthetic-cards.ts';
import { sampleDecision, sampleGuest } from '../station/sample-guests.ts';

const error = new StationError('station.no-frame').toJSON();
const guest = sampleGuest(4);
const decision = sampleDecision(75);

const states: readonly CounterState[] = [
  { phase: 'starting' },
  { phase: 'waiting-for-card' },
  { phase: 'reading' },
  { phase: 'looking', guest, framesWanted: 3 },
  { phase: 'comparing', guest },
  { phase: 'result', guest, decision, cardLies: true },
  { phase: 'result', guest, decision, cardLies: false, readerProblem: error },
  { phase: 'problem', error, remedy: 'restart' },
];

describe('toShownState', () => {
  it.each(states)('fits the contract: $phase', (state) => {
    const shown = toShownState(state);
    expect(shown.phase).toBe(state.phase);
    expect(contract.events.stateChanged.parse(shown)).toEqual(shown);
  });

  it.each([
    ['resident', residentText()],
    ['hk-macao-taiwan', hkMacaoTaiwanText()],
    ['foreigner-2017', foreigner2017Text()],
    ['foreigner-2023', foreigner2023Text()],
    ['unknown', textBlock({ 0: '测试未知姓名', 248: 'Q' })],
  ])('lets no personal fact of a card out: %s', (kind, text) => {
    const card = parseIdCard(text);
    const guestCard: GuestCard = { visit: 1, card, warnings: [] };
    const shown = toShownState({ phase: 'comparing', guest: guestCard });
    expect(shown).toMatchObject({ card: { kind } });
    const written = JSON.stringify(shown);
    const secrets = Object.entries(card).flatMap(([key, value]) =>
      ['kind', 'nationality', 'cardVersion', 'timesIssued', 'timesRenewed', 'flag'].includes(key) ||
      typeof value !== 'string' ||
      value.length < 2
        ? []
        : [value],
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(written).not.toContain(secret);
  });

  it('shows enough of a card for its holder to know it', () => {
    expect(toShownState({ phase: 'comparing', guest })).toEqual({
      phase: 'comparing',
      card: {
        kind: 'resident',
        name: '测**',
        number: '0***************09',
        warnings: [{ en: 'The card has expired.', zh: '证件已过期。' }],
      },
    });
  });

  it('carries the whole verdict and what it rests on', () => {
    expect(toShownState({ phase: 'result', guest, decision, cardLies: true })).toMatchObject({
      decision: {
        verdict: 'review',
        score: 75,
        threshold: 80,
        reviewThreshold: 70,
        far: 0.001,
        attempts: 1,
      },
    });
  });
});
