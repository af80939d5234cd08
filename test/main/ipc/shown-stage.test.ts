import { describe, expect, it } from 'vitest';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { publishEvent } from '../../../main/ipc/publish-event.ts';
import { toShownStage, type SiteNotice } from '../../../main/ipc/shown-stage.ts';
import { stageSchema } from '../../../main/ipc/stage-schema.ts';
import type {
  CounterState,
  GuestVisit,
  StateIn,
  StationOutcome,
} from '../../../main/station/counter-state.ts';
import {
  foreigner2017Text,
  foreigner2023Text,
  hkMacaoTaiwanText,
  residentText,
  textBlock,
} from '../card/synthetic-cards.ts';
import { sampleAttempt, sampleGuest, sampleRules } from '../station/sample-guests.ts';

const notice: SiteNotice = {
  organisation: '某酒店',
  purpose: '入住',
  contact: '前台',
  retentionDays: 30,
  cloud: { name: { en: 'A Cloud', zh: '某云' }, orElse: 'staff' },
};
const error = new ReaderError('reader.unplugged', { port: 'COM3' }).toJSON();
const by = { operator: '王', reason: '看过证件', at: '2026-03-10T12:01:00.000Z' } as const;
const attempt = sampleAttempt(87.654321);
const pass: StationOutcome = { verdict: 'pass', reasons: [], attempt };

const resultOf = (
  guest: GuestVisit,
  changes: Partial<StateIn<'result'>> = {},
): StateIn<'result'> => ({
  phase: 'result',
  guest,
  outcome: pass,
  decisions: [],
  cardLies: true,
  ...changes,
});

/** Every state with this guest in it. */
const statesWith = (guest: GuestVisit): readonly CounterState[] => [
  { phase: 'consent', guest },
  { phase: 'looking', guest, best: attempt },
  { phase: 'comparing', guest, best: attempt, givesUp: true },
  resultOf(guest),
  resultOf(guest, {
    outcome: { verdict: 'review', reasons: ['card-data-odd'], attempt, error },
    decisions: [{ ...by, verdict: 'pass' }],
    readerProblem: error,
  }),
];
const shown = (state: CounterState, site: SiteNotice = notice): unknown => {
  const sent: unknown[] = [];
  publishEvent(
    (_channel, payload) => sent.push(payload),
    'stageChanged',
    toShownStage(state, sampleRules, site),
  );
  return sent[0];
};

describe('what every screen may show', () => {
  it.each([
    ['resident', residentText()],
    ['hk-macao-taiwan', hkMacaoTaiwanText()],
    ['foreigner-2017', foreigner2017Text()],
    ['foreigner-2023', foreigner2023Text()],
    ['unknown', textBlock({ 0: '测试戊', 122: '000000190001010009', 248: 'Z' })],
  ])('of a %s card holds nothing unmasked and no score, in any phase', (_kind, text) => {
    const guest = sampleGuest({ card: parseIdCard(text), warnings: ['number-form'] });
    for (const state of statesWith(guest)) {
      const written = JSON.stringify(shown(state));
      for (const secret of [
        ...[
          '测试甲',
          '测试乙',
          '测试丙',
          '测试丁',
          '测试戊',
          'TESTPERSON',
          'ALPHA',
          '某省',
          '某市',
        ],
        ...['000000190001010009', '810000190001010018', 'XXX000000000000', '900000190001010001'],
        ...['19000101', '1900-01-01', '1980', 'H00000000', '2020-01-02'],
        ...['87.65', '"score"', 'threshold', 'calibration', 'sample', 'best'],
        ...['王', '看过证件', 'COM3"', 'number-form'],
      ])
        expect(written).not.toContain(secret);
    }
  });

  it('names the guest so that he knows himself', () => {
    expect(shown({ phase: 'comparing', guest: sampleGuest({ visit: 7 }) })).toEqual({
      phase: 'comparing',
      visit: 7,
      card: { kind: 'resident', name: '测**', number: '0***************09' },
    });
  });

  it('is as agreed in every phase', () => {
    const states: readonly CounterState[] = [
      { phase: 'starting' },
      { phase: 'waiting-for-card' },
      { phase: 'reading' },
      ...statesWith(sampleGuest()),
      { phase: 'problem', error, remedy: 'wait-for-reader' },
    ];
    for (const state of states) {
      const stage = toShownStage(state, sampleRules, notice);
      expect(stageSchema.parse(stage)).toEqual(stage);
      expect(stage.phase).toBe(state.phase);
    }
  });

  it('says an error in both languages, without what it is about', () => {
    expect(shown({ phase: 'problem', error, remedy: 'wait-for-reader' })).toEqual({
      phase: 'problem',
      error: { code: 'reader.unplugged', en: error.message, zh: error.messageZh },
      remedy: 'wait-for-reader',
    });
  });

  it.each([
    [3, 1],
    [2, 2],
    [1, 3],
  ])('counts the attempts a guest sees: with %d left it is the %dth', (attemptsLeft, number) => {
    expect(shown({ phase: 'looking', guest: sampleGuest({ attemptsLeft }) })).toMatchObject({
      attempt: number,
      attempts: 3,
    });
  });
});

describe('the notice', () => {
  const noticeTo = (guest: GuestVisit, site = notice): unknown =>
    (shown({ phase: 'consent', guest }, site) as { readonly notice: unknown }).notice;

  it('names the cloud to a guest who is asked for it, and to nobody else', () => {
    const { cloud, ...site } = notice;
    expect(noticeTo(sampleGuest())).toEqual({ ...site, guardian: false });
    const asked = sampleGuest({ needs: { cloud: true, guardian: false } });
    expect(noticeTo(asked)).toEqual({ ...site, cloud, guardian: false });
  });

  it('asks for the guardian of a child', () => {
    const child = sampleGuest({ needs: { cloud: false, guardian: true } });
    expect(noticeTo(child)).toMatchObject({ guardian: true });
  });
});

describe('a result', () => {
  it('shows the verdict that stands, and whose it is', () => {
    const guest = sampleGuest();
    expect(shown(resultOf(guest))).toMatchObject({ verdict: 'pass', decidedByOperator: false });
    const turnedAway = resultOf(guest, { decisions: [{ ...by, verdict: 'fail' }] });
    expect(shown(turnedAway)).toMatchObject({ verdict: 'fail', decidedByOperator: true });
  });

  it('says whether another guest’s card waits for its turn', () => {
    const guest = sampleGuest();
    expect(shown(resultOf(guest))).toMatchObject({ nextWaits: false });
    const waiting = resultOf(guest, { cardLies: false, nextWaits: true });
    expect(shown(waiting)).toMatchObject({ nextWaits: true });
  });
});
