import { describe, expect, it } from 'vitest';
import { ReaderError } from '../../../main/card/reader-error.ts';
import type { OperatorDecision } from '../../../main/records/check-record.ts';
import type {
  ConsentAnswer,
  CounterHappening,
  CounterState,
  StateIn,
  StationOutcome,
} from '../../../main/station/counter-state.ts';
import { nextState } from '../../../main/station/counter-transitions.ts';
import { nameOf } from './name-of-state.ts';
import { sampleAttempt, sampleGuest } from './sample-guests.ts';

const silent = new ReaderError('reader.silent');
const error = silent.toJSON();
const face: ConsentAnswer = { kind: 'face', cloud: false, guardian: false };
const guest = sampleGuest({ consent: face });
const expired = sampleGuest({ warnings: ['expired'] });
const [high, near, low] = [sampleAttempt(90), sampleAttempt(80), sampleAttempt(20)];
const by = { operator: '王', reason: '看过证件', at: '2026-03-10T12:01:00.000Z' };
const decided = (verdict: OperatorDecision['verdict']): OperatorDecision => ({ ...by, verdict });

const result = (
  outcome: StationOutcome,
  changes: Partial<StateIn<'result'>> = {},
): StateIn<'result'> => ({
  phase: 'result',
  guest,
  outcome,
  decisions: [],
  cardLies: true,
  ...changes,
});
const pass: StationOutcome = { verdict: 'pass', reasons: [], attempt: high };
const fail: StationOutcome = { verdict: 'fail', reasons: [], attempt: low };
const review: StationOutcome = { verdict: 'review', reasons: ['no-usable-frame'] };

/** Where a counter may stand: each phase, and what makes a difference within it. */
const states = {
  starting: { phase: 'starting' },
  waiting: { phase: 'waiting-for-card' },
  reading: { phase: 'reading' },
  consent: { phase: 'consent', guest: sampleGuest() },
  'consent of a guardian': {
    phase: 'consent',
    guest: sampleGuest({ age: 10, needs: { cloud: false, guardian: true } }),
  },
  looking: { phase: 'looking', guest },
  'looking with an attempt': { phase: 'looking', guest, best: near },
  comparing: { phase: 'comparing', guest },
  'comparing for the last time': { phase: 'comparing', guest, best: low, givesUp: true },
  passed: result(pass),
  'passed, card lifted': result(pass, { cardLies: false }),
  failed: result(fail),
  'in review': result(review),
  'in review, card lifted': result(review, { cardLies: false }),
  'in review, expired': result(
    { verdict: 'review', reasons: ['card-expired'] },
    { guest: expired },
  ),
  'in review, next waits': result(review, { cardLies: false, nextWaits: true }),
  'let pass, next waits': result(review, {
    ...{ cardLies: false, nextWaits: true },
    decisions: [decided('pass')],
  }),
  'in review, let pass': result(review, { decisions: [decided('pass')] }),
  'passed, turned away': result(pass, { decisions: [decided('fail')] }),
  'passed, reader lost': result(pass, { cardLies: false, readerProblem: error }),
  'card problem': { phase: 'problem', error, remedy: 'lift-card' },
  'lifted early': { phase: 'problem', error, remedy: 'place-card' },
  'reader problem': { phase: 'problem', error, remedy: 'wait-for-reader' },
  'broken down': { phase: 'problem', error, remedy: 'restart' },
} as const satisfies Record<string, CounterState>;
type StateName = keyof typeof states;

/** Every phase has a state above. */
const covered: Record<
  CounterState['phase'] | `problem ${StateIn<'problem'>['remedy']}`,
  StateName
> = {
  starting: 'starting',
  'waiting-for-card': 'waiting',
  reading: 'reading',
  consent: 'consent',
  looking: 'looking',
  comparing: 'comparing',
  result: 'passed',
  problem: 'card problem',
  'problem lift-card': 'card problem',
  'problem place-card': 'lifted early',
  'problem wait-for-reader': 'reader problem',
  'problem restart': 'broken down',
};

/** What may happen: each type, and what makes a difference within it. */
const happenings = {
  started: { type: 'started' },
  'broke-down': { type: 'broke-down', error },
  restarted: { type: 'restarted' },
  arrived: { type: 'arrived' },
  'card-read': { type: 'card-read', guest: sampleGuest({ visit: 2 }) },
  'card-read: expired': { type: 'card-read', guest: { ...expired, visit: 2 } },
  'card-read: used up': { type: 'card-read', guest: sampleGuest({ visit: 2, attemptsLeft: 0 }) },
  'read-failed': { type: 'read-failed', error: silent },
  'already-read': { type: 'already-read' },
  removed: { type: 'removed' },
  'reader-lost': { type: 'reader-lost', error: silent },
  'reader-recovered': { type: 'reader-recovered', attempts: 1 },
  'consent-answered: face': { type: 'consent-answered', answer: face, hasEngine: true },
  'consent-answered: guardian': {
    type: 'consent-answered',
    answer: { ...face, guardian: true },
    hasEngine: true,
  },
  'consent-answered: no engine': {
    type: 'consent-answered',
    answer: { ...face, guardian: true },
    hasEngine: false,
  },
  'consent-answered: without face': {
    type: 'consent-answered',
    answer: { kind: 'without-face' },
    hasEngine: true,
  },
  'attempt-began': { type: 'attempt-began' },
  'attempt-ended: high': { type: 'attempt-ended', attempt: high, attemptsLeft: 2 },
  'attempt-ended: high at last': { type: 'attempt-ended', attempt: high, attemptsLeft: 0 },
  'attempt-ended: near': { type: 'attempt-ended', attempt: near, attemptsLeft: 2 },
  'attempt-ended: near at last': { type: 'attempt-ended', attempt: near, attemptsLeft: 0 },
  'attempt-ended: low at last': { type: 'attempt-ended', attempt: low, attemptsLeft: 0 },
  'attempt-void': { type: 'attempt-void' },
  'attempt-failed': { type: 'attempt-failed', reason: 'comparison-failed', error },
  'gave-up': { type: 'gave-up' },
  'operator-decided: pass': { type: 'operator-decided', decision: decided('pass') },
  'operator-decided: fail': { type: 'operator-decided', decision: decided('fail') },
  'retry-allowed': { type: 'retry-allowed', attemptsLeft: 3, asksAgain: false },
  dismissed: { type: 'dismissed' },
} as const satisfies Record<string, CounterHappening>;
type HappeningName = keyof typeof happenings;

/** Every type of happening has one above. */
const types: Record<CounterHappening['type'], true> = {
  started: true,
  'broke-down': true,
  restarted: true,
  arrived: true,
  'card-read': true,
  'read-failed': true,
  'already-read': true,
  removed: true,
  'reader-lost': true,
  'reader-recovered': true,
  'consent-answered': true,
  'attempt-began': true,
  'attempt-ended': true,
  'attempt-void': true,
  'attempt-failed': true,
  'gave-up': true,
  'operator-decided': true,
  'retry-allowed': true,
  dismissed: true,
};

const everyConsent = [
  'consent-answered: face',
  'consent-answered: guardian',
  'consent-answered: no engine',
  'consent-answered: without face',
] as const;
const everyEnd = [
  'attempt-ended: high',
  'attempt-ended: high at last',
  'attempt-ended: near',
  'attempt-ended: near at last',
  'attempt-ended: low at last',
] as const;
const everyCard = ['card-read', 'card-read: expired', 'card-read: used up'] as const;
const everyDecision = ['operator-decided: pass', 'operator-decided: fail'] as const;
const everyComparison = ['attempt-began', ...everyEnd, 'attempt-void', 'attempt-failed'] as const;

type Row = Readonly<Record<string, readonly HappeningName[]>>;

/** What leads where from anywhere but for `starting`, `comparing` and a counter that broke down. */
const always = {
  starting: ['restarted'],
  'problem: restart': ['broke-down'],
} as const satisfies Row;
/** What the reader leads to where nothing else is to be made of it. */
const cardComes = {
  consent: ['card-read'],
  'result: review': ['card-read: expired', 'card-read: used up'],
} as const satisfies Row;

/**
 * The whole flow: from each state, to which state, by which happenings. `same` is that very state.
 */
const flow: Readonly<Record<StateName, Row>> = {
  starting: {
    'waiting-for-card': ['started'],
    'problem: restart': ['broke-down'],
    same: [
      'restarted',
      'arrived',
      ...everyCard,
      'read-failed',
      'already-read',
      'removed',
      'reader-lost',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  waiting: {
    ...always,
    ...cardComes,
    reading: ['arrived'],
    'problem: lift-card': ['read-failed', 'already-read'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'removed',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  reading: {
    ...always,
    ...cardComes,
    'waiting-for-card': ['removed'],
    'problem: lift-card': ['read-failed', 'already-read'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'arrived',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  consent: {
    ...always,
    ...cardComes,
    reading: ['arrived'],
    looking: ['consent-answered: face', 'consent-answered: guardian'],
    'result: review': [
      ...cardComes['result: review'],
      'consent-answered: no engine',
      'consent-answered: without face',
      'gave-up',
    ],
    'problem: place-card': ['removed'],
    'problem: lift-card': ['read-failed'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyComparison,
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  'consent of a guardian': {
    ...always,
    ...cardComes,
    reading: ['arrived'],
    looking: ['consent-answered: guardian'],
    'result: review': [
      ...cardComes['result: review'],
      'consent-answered: no engine',
      'consent-answered: without face',
      'gave-up',
    ],
    'problem: place-card': ['removed'],
    'problem: lift-card': ['read-failed'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'consent-answered: face',
      'already-read',
      'reader-recovered',
      ...everyComparison,
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  looking: {
    ...always,
    ...cardComes,
    reading: ['arrived'],
    comparing: ['attempt-began'],
    'result: review': [...cardComes['result: review'], 'attempt-failed', 'gave-up'],
    'problem: place-card': ['removed'],
    'problem: lift-card': ['read-failed'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyEnd,
      'attempt-void',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  'looking with an attempt': {
    ...always,
    ...cardComes,
    reading: ['arrived'],
    'comparing with an attempt': ['attempt-began'],
    'result: review': [...cardComes['result: review'], 'attempt-failed', 'gave-up'],
    'problem: place-card': ['removed'],
    'problem: lift-card': ['read-failed'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyEnd,
      'attempt-void',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  comparing: {
    ...always,
    looking: ['attempt-void'],
    'looking with an attempt': ['attempt-ended: near'],
    'comparing, giving up': ['gave-up'],
    'result: pass': ['attempt-ended: high', 'attempt-ended: high at last'],
    'result: review': ['attempt-ended: near at last', 'attempt-failed'],
    'result: fail': ['attempt-ended: low at last'],
    same: [
      'started',
      'arrived',
      ...everyCard,
      'read-failed',
      'already-read',
      'removed',
      'reader-lost',
      'reader-recovered',
      ...everyConsent,
      'attempt-began',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  'comparing for the last time': {
    ...always,
    'result: pass': ['attempt-ended: high', 'attempt-ended: high at last'],
    'result: review': [
      'attempt-ended: near',
      'attempt-ended: near at last',
      'attempt-void',
      'attempt-failed',
    ],
    'result: fail': ['attempt-ended: low at last'],
    same: [
      'started',
      'arrived',
      ...everyCard,
      'read-failed',
      'already-read',
      'removed',
      'reader-lost',
      'reader-recovered',
      ...everyConsent,
      'attempt-began',
      'gave-up',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  passed: {
    ...always,
    ...cardComes,
    'waiting-for-card': ['dismissed'],
    reading: ['arrived'],
    'result: pass, card lifted': ['removed'],
    'result: pass, card lifted, reader lost': ['reader-lost'],
    'result: pass, decided': ['operator-decided: pass'],
    'result: fail, decided': ['operator-decided: fail'],
    'problem: lift-card': ['read-failed'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'retry-allowed',
    ],
  },
  'passed, card lifted': {
    ...always,
    ...cardComes,
    'waiting-for-card': ['dismissed'],
    reading: ['arrived'],
    'result: pass': ['already-read'],
    'result: pass, card lifted, reader lost': ['reader-lost'],
    'result: pass, card lifted, decided': ['operator-decided: pass'],
    'result: fail, card lifted, decided': ['operator-decided: fail'],
    'problem: lift-card': ['read-failed'],
    same: [
      'started',
      'removed',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'retry-allowed',
    ],
  },
  failed: {
    ...always,
    ...cardComes,
    'waiting-for-card': ['dismissed'],
    reading: ['arrived'],
    looking: ['retry-allowed'],
    'result: fail, card lifted': ['removed'],
    'result: fail, card lifted, reader lost': ['reader-lost'],
    'result: pass, decided': ['operator-decided: pass'],
    'result: fail, decided': ['operator-decided: fail'],
    'problem: lift-card': ['read-failed'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
    ],
  },
  'in review': {
    ...always,
    looking: ['retry-allowed'],
    'result: review, next waits': ['arrived'],
    'result: review, card lifted': ['removed'],
    'result: review, card lifted, reader lost': ['reader-lost'],
    'result: pass, decided': ['operator-decided: pass'],
    'result: fail, decided': ['operator-decided: fail'],
    same: [
      'started',
      ...everyCard,
      'read-failed',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'dismissed',
    ],
  },
  'in review, next waits': {
    ...always,
    'result: review': ['already-read'],
    'result: review, card lifted': ['removed'],
    'result: review, card lifted, reader lost': ['reader-lost'],
    'result: pass, next waits, decided': ['operator-decided: pass'],
    'result: fail, next waits, decided': ['operator-decided: fail'],
    same: [
      'started',
      'arrived',
      ...everyCard,
      'read-failed',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'retry-allowed',
      'dismissed',
    ],
  },
  'let pass, next waits': {
    ...always,
    ...cardComes,
    reading: ['arrived', 'dismissed'],
    'result: pass, decided': ['already-read'],
    'result: pass, card lifted, decided': ['removed'],
    'result: pass, card lifted, decided, reader lost': ['reader-lost'],
    'result: pass, next waits, decided twice': ['operator-decided: pass'],
    'result: fail, next waits, decided twice': ['operator-decided: fail'],
    'problem: lift-card': ['read-failed'],
    same: [
      'started',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'retry-allowed',
    ],
  },
  'in review, card lifted': {
    ...always,
    'result: review': ['already-read'],
    'result: review, next waits': ['arrived'],
    'result: review, card lifted, reader lost': ['reader-lost'],
    'result: pass, card lifted, decided': ['operator-decided: pass'],
    'result: fail, card lifted, decided': ['operator-decided: fail'],
    same: [
      'started',
      ...everyCard,
      'read-failed',
      'removed',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'retry-allowed',
      'dismissed',
    ],
  },
  'in review, expired': {
    ...always,
    'result: review, next waits': ['arrived'],
    'result: review, card lifted': ['removed'],
    'result: review, card lifted, reader lost': ['reader-lost'],
    'result: pass, decided': ['operator-decided: pass'],
    'result: fail, decided': ['operator-decided: fail'],
    same: [
      'started',
      ...everyCard,
      'read-failed',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'retry-allowed',
      'dismissed',
    ],
  },
  'in review, let pass': {
    ...always,
    ...cardComes,
    'waiting-for-card': ['dismissed'],
    reading: ['arrived'],
    'result: pass, card lifted, decided': ['removed'],
    'result: pass, card lifted, decided, reader lost': ['reader-lost'],
    'result: pass, decided twice': ['operator-decided: pass'],
    'result: fail, decided twice': ['operator-decided: fail'],
    'problem: lift-card': ['read-failed'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      'retry-allowed',
    ],
  },
  'passed, turned away': {
    ...always,
    ...cardComes,
    'waiting-for-card': ['dismissed'],
    reading: ['arrived'],
    looking: ['retry-allowed'],
    'result: fail, card lifted, decided': ['removed'],
    'result: fail, card lifted, decided, reader lost': ['reader-lost'],
    'result: pass, decided twice': ['operator-decided: pass'],
    'result: fail, decided twice': ['operator-decided: fail'],
    'problem: lift-card': ['read-failed'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
    ],
  },
  'passed, reader lost': {
    ...always,
    ...cardComes,
    reading: ['arrived'],
    'result: pass, card lifted': ['reader-recovered'],
    'result: pass, reader lost': ['already-read'],
    'result: pass, card lifted, reader lost': ['reader-lost'],
    'result: pass, card lifted, decided, reader lost': ['operator-decided: pass'],
    'result: fail, card lifted, decided, reader lost': ['operator-decided: fail'],
    'problem: wait-for-reader': ['dismissed'],
    'problem: lift-card': ['read-failed'],
    same: ['started', 'removed', ...everyConsent, ...everyComparison, 'gave-up', 'retry-allowed'],
  },
  'card problem': {
    ...always,
    ...cardComes,
    'waiting-for-card': ['removed'],
    reading: ['arrived'],
    'problem: lift-card': ['read-failed'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'already-read',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  'lifted early': {
    ...always,
    ...cardComes,
    'waiting-for-card': ['dismissed'],
    reading: ['arrived'],
    'problem: lift-card': ['read-failed', 'already-read'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      'removed',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      ...everyDecision,
      'retry-allowed',
    ],
  },
  'reader problem': {
    ...always,
    ...cardComes,
    'waiting-for-card': ['removed', 'reader-recovered'],
    reading: ['arrived'],
    'problem: lift-card': ['read-failed', 'already-read'],
    'problem: wait-for-reader': ['reader-lost'],
    same: [
      'started',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
  'broken down': {
    starting: ['restarted'],
    same: [
      'started',
      'broke-down',
      'arrived',
      ...everyCard,
      'read-failed',
      'already-read',
      'removed',
      'reader-lost',
      'reader-recovered',
      ...everyConsent,
      ...everyComparison,
      'gave-up',
      ...everyDecision,
      'retry-allowed',
      'dismissed',
    ],
  },
};

const next = (state: CounterState, name: HappeningName): CounterState =>
  nextState(state, happenings[name]);

describe('the flow', () => {
  it('is written down for every phase, and every type of happening', () => {
    const phases = Object.values(covered).map((name) => states[name].phase);
    expect(new Set(phases)).toEqual(new Set(Object.values(states).map(({ phase }) => phase)));
    expect(new Set(Object.values(happenings).map(({ type }) => type))).toEqual(
      new Set(Object.keys(types)),
    );
  });

  it.each(Object.entries(flow))('says of every happening what becomes of %s', (_name, row) => {
    expect(Object.values(row).flat().sort()).toEqual(Object.keys(happenings).sort());
  });

  it.each(Object.entries(flow))('leads from %s', (name, row) => {
    const state: CounterState = states[name as StateName];
    const wanted = Object.entries(row).flatMap(([to, by]) => by.map((what) => [what, to]));
    const became = Object.keys(happenings).map((what) => {
      const after = next(state, what as HappeningName);
      return [what, after === state ? 'same' : nameOf(after)];
    });
    expect(Object.fromEntries(became)).toEqual(Object.fromEntries(wanted));
  });

  it('leaves every state as it was: a state is never written into', () => {
    const before = structuredClone(states);
    for (const state of Object.values(states))
      for (const what of Object.keys(happenings)) next(state, what as HappeningName);
    expect(states).toEqual(before);
  });
});

describe('a guest whose card is read', () => {
  it('is asked for consent before anything else', () => {
    expect(next(states.reading, 'card-read')).toEqual({
      phase: 'consent',
      guest: sampleGuest({ visit: 2 }),
    });
  });

  it.each([
    ['card-read: expired', 'card-expired'],
    ['card-read: used up', 'attempts-used-up'],
  ] as const)('goes to a person without the camera after %s', (what, reason) => {
    expect(next(states.reading, what)).toMatchObject({
      phase: 'result',
      outcome: { verdict: 'review', reasons: [reason] },
      decisions: [],
      cardLies: true,
    });
  });

  it('takes the place of the guest before, of whom nothing stays', () => {
    for (const name of ['consent', 'looking with an attempt', 'in review, let pass'] as const)
      expect(next(states[name], 'card-read')).toEqual(next(states.waiting, 'card-read'));
  });

  it('is told to lift a card that was read before anybody watched', () => {
    expect(next(states.waiting, 'already-read')).toMatchObject({
      error: { code: 'reader.card-not-lifted' },
    });
  });

  it('is told so in both languages when the card was lifted too early', () => {
    expect(next(states.looking, 'removed')).toMatchObject({
      error: {
        code: 'station.card-lifted-early',
        message: expect.stringContaining('card') as string,
        messageZh: expect.stringContaining('身份证') as string,
      },
    });
  });
});

describe('the answer to the notice', () => {
  it('is kept with the guest', () => {
    expect(next(states.consent, 'consent-answered: face')).toEqual({ phase: 'looking', guest });
  });

  it.each([
    ['consent-answered: no engine', 'cloud-declined'],
    ['consent-answered: without face', 'without-face'],
  ] as const)('leads to a person after %s, who is told why: %s', (what, reason) => {
    const { answer } = happenings[what];
    expect(next(states.consent, what)).toEqual(
      result(
        { verdict: 'review', reasons: [reason] },
        { guest: { ...sampleGuest(), consent: answer } },
      ),
    );
  });
});

describe('a comparison', () => {
  it('takes the guest’s attempt, and keeps the better one', () => {
    const first = next(states.comparing, 'attempt-ended: near');
    expect(first).toEqual({
      phase: 'looking',
      guest: { ...guest, attemptsLeft: 2 },
      best: near,
    });
    const again: CounterState = { phase: 'comparing', guest, best: near };
    expect(next(again, 'attempt-ended: low at last')).toMatchObject({
      outcome: { verdict: 'review', reasons: ['score-near-threshold'], attempt: near },
    });
  });

  it('that shows no face takes no attempt', () => {
    const again: CounterState = { phase: 'comparing', guest, best: near };
    expect(next(again, 'attempt-void')).toEqual({ phase: 'looking', guest, best: near });
  });

  it('that cannot be made sends the guest to a person, with what there is', () => {
    const again: CounterState = { phase: 'comparing', guest, best: low };
    expect(next(again, 'attempt-failed')).toEqual(
      result({ verdict: 'review', reasons: ['comparison-failed'], attempt: low, error }),
    );
  });

  it('is the last of a guest who gave up meanwhile, whatever came of it', () => {
    expect(next(states['comparing for the last time'], 'attempt-ended: near')).toMatchObject({
      guest: { attemptsLeft: 2 },
      outcome: { reasons: ['no-usable-frame', 'score-near-threshold'], attempt: near },
    });
    expect(next(states['comparing for the last time'], 'attempt-void')).toMatchObject({
      outcome: { verdict: 'review', reasons: ['no-usable-frame'], attempt: low },
    });
  });
});

describe('a result', () => {
  it('stays readable while the reader is lost, and after it is back', () => {
    const lost = next(states.passed, 'reader-lost');
    expect(lost).toEqual({ ...states.passed, cardLies: false, readerProblem: error });
    expect(next(lost, 'reader-recovered')).toEqual({ ...states.passed, cardLies: false });
  });

  it('that is dismissed while the reader is lost leaves its problem to be read', () => {
    expect(next(states['passed, reader lost'], 'dismissed')).toEqual({
      phase: 'problem',
      error,
      remedy: 'wait-for-reader',
    });
  });

  it('keeps every decision, oldest first', () => {
    const twice = next(states['in review, let pass'], 'operator-decided: fail');
    expect(twice).toMatchObject({ decisions: [decided('pass'), decided('fail')] });
    expect(twice).toMatchObject({ outcome: review });
  });
});

describe('another try', () => {
  it('has all attempts, and nothing of the last one', () => {
    expect(next(states.failed, 'retry-allowed')).toEqual({ phase: 'looking', guest });
    const usedUp = result(fail, { guest: { ...guest, attemptsLeft: 0 } });
    expect(next(usedUp, 'retry-allowed')).toEqual({ phase: 'looking', guest });
  });

  it.each([
    ['without face', { kind: 'without-face' }, 'without-face'],
    ['with face, where nobody could compare', face, 'cloud-declined'],
  ] as const)('asks a guest anew who had answered %s', (_what, consent, reason) => {
    const without = result(
      { verdict: 'review', reasons: [reason] },
      { guest: sampleGuest({ consent, attemptsLeft: 1 }) },
    );
    expect(next(without, 'retry-allowed')).toEqual({ phase: 'consent', guest: sampleGuest() });
  });

  it('asks a guest anew who had agreed to another notice', () => {
    const retry = { ...happenings['retry-allowed'], asksAgain: true };
    expect(nextState(states.failed, retry)).toEqual({ phase: 'consent', guest: sampleGuest() });
  });

  it('asks a guest who never was asked', () => {
    const usedUp = next(states.reading, 'card-read: used up');
    expect(next(usedUp, 'retry-allowed')).toEqual({
      phase: 'consent',
      guest: sampleGuest({ visit: 2 }),
    });
  });
});
