import { describe, expect, it } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { deskSchema } from '../../../main/ipc/desk-schema.ts';
import { toShownDesk } from '../../../main/ipc/shown-desk.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import type { CounterState, StationOutcome } from '../../../main/station/counter-state.ts';
import { residentText, textBlock } from '../card/synthetic-cards.ts';
import { sampleAttempt, sampleGuest, sampleRules } from '../station/sample-guests.ts';

const guest = sampleGuest({ attemptsLeft: 1 });
const now = new Date(2026, 2, 10, 12);
const both = { chip: true, frame: true };
const attempt = sampleAttempt(80);
const outcome: StationOutcome = { verdict: 'review', reasons: ['score-near-threshold'], attempt };
const result: CounterState = { phase: 'result', guest, outcome, decisions: [], cardLies: true };
const by = { operator: '王', reason: '看过证件', at: '2026-03-10T12:01:00.000Z' } as const;

const desk = (state: CounterState) => {
  const shown = toShownDesk(state, sampleRules, both, now);
  expect(deskSchema.parse(shown)).toEqual(shown);
  return shown;
};

describe('what the clerk sees', () => {
  it.each([
    { phase: 'starting' },
    { phase: 'waiting-for-card' },
    { phase: 'reading' },
    { phase: 'problem', error: new PhotoError('photo.no-decoder').toJSON(), remedy: 'lift-card' },
  ] as const satisfies readonly CounterState[])('is nobody in $phase', (state) => {
    expect(desk(state)).toEqual({
      ...{
        attempts: 3,
        far: 0.001,
        reasons: [],
        decisions: [],
        hasChipPhoto: false,
        hasFrame: false,
      },
    });
  });

  it('is the whole card from the moment it is read', () => {
    expect(desk({ phase: 'consent', guest })).toMatchObject({
      visit: 1,
      startedAt: '2026-03-10T12:00:00.000Z',
      attemptsUsed: 2,
      attempts: 3,
      far: 0.001,
      card: {
        kind: 'resident',
        age: 40,
        fields: expect.arrayContaining([
          { name: 'number', value: { en: '000000190001010009', zh: '000000190001010009' } },
        ]) as unknown,
        warnings: [],
      },
      hasChipPhoto: true,
      hasFrame: true,
    });
  });

  it('is the best attempt so far, and no verdict before there is one', () => {
    for (const phase of ['looking', 'comparing'] as const) {
      const shown = desk({ phase, guest, best: attempt });
      expect(shown).toMatchObject({ decision: { score: 80, verdict: 'review' }, reasons: [] });
      expect(shown).not.toHaveProperty('verdict');
    }
    expect(desk({ phase: 'consent', guest })).not.toHaveProperty('decision');
  });

  it('is the score with everything it is read on', () => {
    expect(desk(result).decision).toEqual({
      verdict: 'review',
      score: 80,
      threshold: 84,
      reviewThreshold: 74,
      far: 0.001,
      farPerAttempt: 0.001 / 3,
      farApplied: 0.001 / 3,
      attempts: 3,
      engine: 'sample',
      scale: [
        { far: 0.01, threshold: 74 },
        { far: 0.001, threshold: 84 },
      ],
    });
  });

  it('is where an engine fell back from, and by which calibration it judged', () => {
    const error = new CloudError('cloud.unreachable').toJSON();
    const fallen = {
      ...attempt,
      calibration: 'sample-1',
      fellBackFrom: { engine: 'cloudauth', error },
    };
    expect(desk({ phase: 'looking', guest, best: fallen }).decision).toMatchObject({
      calibration: 'sample-1',
      fellBackFrom: { engine: 'cloudauth', error: { code: 'cloud.unreachable' } },
    });
  });

  it('is the rule that chose the engine, and what each engine said', () => {
    const routing = {
      rule: 'both-agree',
      answers: [
        { engine: 'local', score: 90, threshold: 84, verdict: 'pass' },
        { engine: 'cloudauth', error: 'cloud.timed-out' },
      ],
    } as const;
    const routed = { ...attempt, routing };
    expect(desk({ phase: 'looking', guest, best: routed }).decision?.routing).toEqual(routing);
    expect(desk({ phase: 'looking', guest, best: attempt }).decision).not.toHaveProperty('routing');
  });

  it('is the verdict that stands, with reasons, error and every decision', () => {
    const error = new PhotoError('photo.no-decoder').toJSON();
    const decisions = [
      { ...by, verdict: 'pass' },
      { ...by, verdict: 'fail' },
    ] as const;
    const failed = { verdict: 'review', reasons: ['chip-photo-unreadable'], error } as const;
    expect(desk({ ...result, outcome: failed, decisions })).toMatchObject({
      verdict: 'fail',
      reasons: ['chip-photo-unreadable'],
      error: { code: 'photo.no-decoder', en: error.message, zh: error.messageZh },
      decisions,
    });
  });
});

describe('the days a card has left', () => {
  const cardOf = (until: string) =>
    desk({
      phase: 'consent',
      guest: { ...guest, card: parseIdCard(residentText({ 204: until })) },
    }).card;

  it.each([
    ['20260310', 0],
    ['20260311', 1],
    ['20260309', -1],
    // Clocks are set forward between these days in many places.
    ['20260401', 22],
    ['20270310', 365],
  ])('until %s are %d', (until, daysLeft) => {
    expect(cardOf(until)).toMatchObject({ daysLeft });
  });

  it('are not told of a card that does not end, or whose end cannot be read', () => {
    for (const until of ['长期', '20269999']) {
      expect(cardOf(until)).not.toHaveProperty('daysLeft');
      expect(cardOf(until)).not.toHaveProperty('validUntil');
    }
    const { card } = desk({
      phase: 'consent',
      guest: { ...guest, card: parseIdCard(textBlock({ 248: 'Z' })), age: undefined },
    });
    expect(card).toEqual({
      kind: 'unknown',
      fields: [expect.objectContaining({ name: 'text' })],
      warnings: [],
    });
  });

  it('are named with the warning in both languages', () => {
    const expired = { ...guest, warnings: ['expired'] as const };
    expect(desk({ phase: 'consent', guest: expired }).card?.warnings).toEqual([
      { code: 'expired', en: 'The card has expired.', zh: '证件已过期。' },
    ]);
  });
});
