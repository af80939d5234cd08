import { describe, expect, it } from 'vitest';
import { ReaderError } from '../../../main/card/reader-error.ts';
import type {
  ConsentAnswer,
  CounterHappening,
  CounterState,
  GuestVisit,
} from '../../../main/station/counter-state.ts';
import { standingVerdict } from '../../../main/station/counter-state.ts';
import { nextState } from '../../../main/station/counter-transitions.ts';
import { passageOf } from '../../../main/station/state-timer.ts';
import { nameOf } from './name-of-state.ts';
import { sampleAttempt, sampleGuest } from './sample-guests.ts';

/*
 * Every state that can be reached at all, found by letting everything happen in each: what must never
 * be, and what must always be possible, is then looked for in all of them.
 */

const silent = new ReaderError('reader.silent');
const error = silent.toJSON();
const by = { operator: '王', reason: '看过证件', at: '2026-03-10T12:01:00.000Z' };
const consent = { cloud: false, guardian: false };

const guests: readonly GuestVisit[] = [
  sampleGuest({ attemptsLeft: 2 }),
  sampleGuest({ attemptsLeft: 2, warnings: ['number-check-character'] }),
  sampleGuest({ attemptsLeft: 2, warnings: ['expired'] }),
  sampleGuest({ attemptsLeft: 0 }),
  sampleGuest({ attemptsLeft: 1, age: 10, needs: { cloud: false, guardian: true } }),
  sampleGuest({ attemptsLeft: 1, needs: { cloud: true, guardian: false } }),
];
const answers: readonly ConsentAnswer[] = [
  { kind: 'without-face' },
  { kind: 'face', ...consent },
  { kind: 'face', ...consent, cloud: true },
  { kind: 'face', ...consent, guardian: true },
];
const scores = [20, 80, 90];

/** Everything that can happen in a state, with what whoever drives the counter would give. */
const happeningsIn = (state: CounterState): readonly CounterHappening[] => [
  { type: 'started' },
  { type: 'broke-down', error },
  { type: 'restarted' },
  { type: 'arrived' },
  ...guests.map((guest) => ({ type: 'card-read', guest }) as const),
  { type: 'read-failed', error: silent },
  { type: 'already-read' },
  { type: 'removed' },
  { type: 'reader-lost', error: silent },
  { type: 'reader-recovered', attempts: 1 },
  ...answers.flatMap((answer) =>
    [true, false].map((hasEngine) => ({ type: 'consent-answered', answer, hasEngine }) as const),
  ),
  { type: 'attempt-began' },
  ...scores.map((score) => {
    const attemptsLeft = 'guest' in state ? state.guest.attemptsLeft - 1 : 0;
    return { type: 'attempt-ended', attempt: sampleAttempt(score), attemptsLeft } as const;
  }),
  { type: 'attempt-void' },
  { type: 'attempt-failed', reason: 'comparison-failed', error },
  { type: 'gave-up' },
  { type: 'operator-decided', decision: { ...by, verdict: 'pass' } },
  { type: 'operator-decided', decision: { ...by, verdict: 'fail' } },
  { type: 'retry-allowed', attemptsLeft: 2, asksAgain: false },
  { type: 'retry-allowed', attemptsLeft: 2, asksAgain: true },
  { type: 'dismissed' },
];

/** States that differ only in how often an operator decided are one. */
const keyOf = (state: CounterState): string => {
  if (!('guest' in state)) return nameOf(state);
  const { warnings, attemptsLeft, needs, consent: answer } = state.guest;
  const best = state.phase === 'result' ? state.outcome.attempt : 'best' in state && state.best;
  const reasons = state.phase === 'result' ? state.outcome.reasons : [];
  const verdict = state.phase === 'result' ? state.outcome.verdict : '';
  const score = best ? best.decision.score : undefined;
  const facts = { warnings, attemptsLeft, needs, answer, score, reasons, verdict };
  return `${nameOf(state)} ${JSON.stringify(facts)}`;
};

interface Step {
  readonly from: CounterState;
  readonly by: CounterHappening;
  readonly to: CounterState;
  /** Keys of both states. */
  readonly way: readonly [from: string, to: string];
}

const explore = () => {
  const states = new Map<string, CounterState>();
  const steps: Step[] = [];
  const open: CounterState[] = [{ phase: 'starting' }];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    const key = keyOf(from);
    if (states.has(key)) continue;
    states.set(key, from);
    for (const happening of happeningsIn(from)) {
      const to = nextState(from, happening);
      // What changes nothing breaks no promise.
      if (to === from) continue;
      steps.push({ from, by: happening, to, way: [key, keyOf(to)] });
      open.push(to);
    }
  }
  return { states: [...states.values()], steps };
};

const { states, steps } = explore();
const results = states.filter((state) => state.phase === 'result');

describe('of all states that can be reached', () => {
  it('there are so many that every phase is among them, with every remedy and verdict', () => {
    const names = new Set(states.map(nameOf));
    expect(new Set(states.map(({ phase }) => phase)).size).toBe(8);
    for (const name of [
      'result: pass',
      'result: review',
      'result: fail',
      'comparing, giving up',
      'problem: lift-card',
      'problem: place-card',
      'problem: wait-for-reader',
      'problem: restart',
    ])
      expect(names).toContain(name);
    expect(states.length).toBeGreaterThan(300);
  });

  it('none has a verdict without a comparison that came to it, or an operator', () => {
    for (const state of results) {
      const { outcome, decisions } = state;
      if (outcome.verdict !== 'review')
        expect(outcome.attempt?.decision.verdict).toBe(outcome.verdict);
      if (decisions.length === 0) expect(standingVerdict(state)).toBe(outcome.verdict);
      else expect(standingVerdict(state)).toBe(decisions.at(-1)?.verdict);
    }
  });

  it('none passes by itself with a card that is odd or out of date, or without consent', () => {
    const passed = results.filter(({ outcome }) => outcome.verdict === 'pass');
    expect(passed.length).toBeGreaterThan(0);
    for (const { guest } of passed) {
      expect(guest.warnings).toEqual([]);
      expect(guest.consent?.kind).toBe('face');
      if (guest.needs.guardian) expect(guest.consent).toMatchObject({ guardian: true });
    }
  });

  it('none has a review without a reason, or a plain verdict with one', () => {
    for (const { outcome } of results)
      expect(outcome.reasons.length > 0).toBe(outcome.verdict === 'review');
  });

  it('none looks at a guest who has not agreed, has no attempt left, or has passed', () => {
    for (const state of states) {
      if (state.phase !== 'looking' && state.phase !== 'comparing') continue;
      expect(state.guest.consent?.kind).toBe('face');
      expect(state.guest.attemptsLeft).toBeGreaterThan(0);
      expect(state.best?.decision.verdict).not.toBe('pass');
      expect(state.guest.warnings).not.toContain('expired');
    }
  });

  it('only those have a guest in which somebody stands at the counter', () => {
    for (const state of states)
      expect('guest' in state).toBe(
        ['consent', 'looking', 'comparing', 'result'].includes(state.phase),
      );
  });
});

describe('of all steps that can be made', () => {
  it('none gives a guest attempts but a card, and an operator who allows another try', () => {
    const grown = steps.filter(
      ({ from, by: { type }, to }) =>
        'guest' in from &&
        'guest' in to &&
        to.guest.attemptsLeft > from.guest.attemptsLeft &&
        type !== 'card-read' &&
        type !== 'retry-allowed',
    );
    expect(grown).toEqual([]);
  });

  it('only the end of a comparison, a card, a guest or an operator leads to a result', () => {
    const causes = new Set(
      steps
        .filter(({ from, to }) => from.phase !== 'result' && to.phase === 'result')
        .map(({ by: happening }) => happening.type),
    );
    expect([...causes].sort()).toEqual([
      'attempt-ended',
      'attempt-failed',
      'attempt-void',
      'card-read',
      'consent-answered',
      'gave-up',
    ]);
  });

  it('only a comparison or an operator leads to a pass', () => {
    const causes = steps
      .filter(({ to }) => to.phase === 'result' && standingVerdict(to) === 'pass')
      .filter(({ from }) => from.phase !== 'result' || standingVerdict(from) !== 'pass')
      .map(({ by: happening }) => happening.type);
    expect([...new Set(causes)].sort()).toEqual(['attempt-ended', 'operator-decided']);
  });

  it('none changes what the station itself found', () => {
    const changed = steps.filter(
      ({ from, by: { type }, to }) =>
        from.phase === 'result' &&
        to.phase === 'result' &&
        type !== 'card-read' &&
        to.outcome !== from.outcome,
    );
    expect(changed).toEqual([]);
  });
});

/** Whether a state can be left for one of those wanted, by happenings of these types alone. */
const canReach = (wanted: (state: CounterState) => boolean, types: readonly string[]) => {
  const reaching = new Set(states.filter(wanted).map(keyOf));
  const way = steps
    .filter(({ by: happening }) => types.includes(happening.type))
    .map((step) => step.way);
  for (let before = -1; before !== reaching.size;) {
    before = reaching.size;
    for (const [from, to] of way) if (reaching.has(to)) reaching.add(from);
  }
  return (state: CounterState): boolean => reaching.has(keyOf(state));
};

describe('from every state', () => {
  const isWaiting = ({ phase }: CounterState): boolean => phase === 'waiting-for-card';

  it('of a result the counter comes back to waiting, by an operator, the card and time alone', () => {
    const comesBack = canReach(isWaiting, [
      'operator-decided',
      'removed',
      'dismissed',
      'reader-recovered',
    ]);
    expect(results.filter((state) => !comesBack(state))).toEqual([]);
  });

  it('the counter comes back to waiting without being opened anew, unless it broke down', () => {
    const comesBack = canReach(isWaiting, [
      ...['started', 'removed', 'dismissed', 'reader-recovered', 'gave-up', 'operator-decided'],
      ...['attempt-ended', 'attempt-void', 'attempt-failed'],
    ]);
    expect(states.filter((state) => !comesBack(state)).map(nameOf)).toEqual(['problem: restart']);
    expect(canReach(isWaiting, ['restarted', 'started'])({ phase: 'starting' })).toBe(true);
  });

  it('something leads on by itself, or by somebody who is there', () => {
    /** Who moves on a state that time does not. */
    const mover: Readonly<Record<string, readonly CounterHappening['type'][]>> = {
      starting: ['started', 'broke-down'],
      'waiting-for-card': ['arrived'],
      reading: ['card-read', 'read-failed', 'removed', 'reader-lost'],
      consent: ['consent-answered', 'gave-up', 'removed'],
      result: ['operator-decided', 'removed', 'dismissed'],
      'lift-card': ['removed'],
      'wait-for-reader': ['reader-recovered'],
      restart: ['restarted'],
    };
    const isStuck = (state: CounterState): boolean => {
      const passage = passageOf(state, { holdSeconds: 10 });
      const movers = mover[state.phase === 'problem' ? state.remedy : state.phase] ?? [];
      const moves = passage
        ? [passage.happening]
        : happeningsIn(state).filter(({ type }) => movers.includes(type));
      return moves.every((happening) => nextState(state, happening) === state);
    };
    // A comparison that is given up ends with the engine's own time limit.
    const others = states.filter((state) => state.phase !== 'comparing' || !state.givesUp);
    expect(others.filter(isStuck)).toEqual([]);
  });
});
