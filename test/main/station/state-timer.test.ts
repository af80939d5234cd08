import { describe, expect, it } from 'vitest';
import type { CounterHappening, CounterState } from '../../../main/station/counter-state.ts';
import {
  longestLook,
  passageOf,
  problemShown,
  StateTimer,
} from '../../../main/station/state-timer.ts';
import { StationError } from '../../../main/station/station-error.ts';
import { FakeClock } from './fake-clock.ts';
import { sampleAttempt, sampleGuest } from './sample-guests.ts';

const guest = sampleGuest();
const rules = { holdSeconds: 10 };
const error = new StationError('station.card-lifted-early').toJSON();
const passed: CounterState = {
  phase: 'result',
  guest,
  outcome: { verdict: 'pass', reasons: [], attempt: sampleAttempt(90) },
  decisions: [],
  cardLies: false,
};
const decision = {
  verdict: 'fail',
  operator: '王',
  reason: '看过',
  at: '2026-03-10T12:00:00Z',
} as const;

describe('what happens by itself', () => {
  it.each([
    ['waiting', { phase: 'waiting-for-card' }],
    ['starting', { phase: 'starting' }],
    ['reading', { phase: 'reading' }],
    ['consent', { phase: 'consent', guest }],
    ['a result under a card', { ...passed, cardLies: true }],
    ['a review', { ...passed, outcome: { verdict: 'review', reasons: ['without-face'] } }],
    ['a card to be lifted', { phase: 'problem', error, remedy: 'lift-card' }],
    ['a reader that is lost', { phase: 'problem', error, remedy: 'wait-for-reader' }],
    ['a counter that broke down', { phase: 'problem', error, remedy: 'restart' }],
  ] as const satisfies readonly (readonly [string, CounterState])[])(
    'is nothing in %s: somebody else moves it on',
    (_name, state) => {
      expect(passageOf(state, rules)).toBeUndefined();
    },
  );

  it.each([
    ['a look', { phase: 'looking', guest }, longestLook, 'gave-up'],
    ['a comparison', { phase: 'comparing', guest }, longestLook, 'gave-up'],
    ['a result', passed, 10_000, 'dismissed'],
    [
      'a sentence to read',
      { phase: 'problem', error, remedy: 'place-card' },
      problemShown,
      'dismissed',
    ],
  ] as const satisfies readonly (readonly [string, CounterState, number, string])[])(
    'ends %s',
    (_name, state, after, type) => {
      expect(passageOf(state, rules)).toMatchObject({ after, happening: { type } });
    },
  );
});

const run = () => {
  const clock = new FakeClock();
  const happened: CounterHappening['type'][] = [];
  const timer = new StateTimer(clock, ({ type }) => happened.push(type));
  return { clock, happened, timer };
};

describe('a state’s timer', () => {
  it('does not begin anew over a comparison that was no attempt', () => {
    const { clock, happened, timer } = run();
    timer.follow({ phase: 'looking', guest }, rules);
    clock.pass(30_000);
    timer.follow({ phase: 'comparing', guest }, rules);
    timer.follow({ phase: 'looking', guest }, rules);
    clock.pass(30_000);
    expect(happened).toEqual(['gave-up']);
  });

  it('begins anew with each attempt, and each guest', () => {
    const { clock, happened, timer } = run();
    timer.follow({ phase: 'looking', guest }, rules);
    clock.pass(59_999);
    timer.follow({ phase: 'looking', guest: { ...guest, attemptsLeft: 2 } }, rules);
    clock.pass(59_999);
    timer.follow({ phase: 'looking', guest: { ...guest, attemptsLeft: 2, visit: 2 } }, rules);
    clock.pass(59_999);
    expect(happened).toEqual([]);
    expect(clock.waiting).toBe(1);
  });

  it('is called off by a state in which nothing happens by itself', () => {
    const { clock, happened, timer } = run();
    timer.follow(passed, rules);
    timer.follow({ ...passed, cardLies: true }, rules);
    expect(clock.waiting).toBe(0);
    timer.follow(passed, rules);
    clock.pass(10_000);
    expect(happened).toEqual(['dismissed']);
  });

  it('gives a new decision its own time to be read', () => {
    const { clock, happened, timer } = run();
    timer.follow(passed, rules);
    clock.pass(9000);
    timer.follow({ ...passed, decisions: [decision] }, rules);
    clock.pass(9000);
    expect(happened).toEqual([]);
    clock.pass(1000);
    expect(happened).toEqual(['dismissed']);
  });

  it('runs once for a second problem after the first', () => {
    const { clock, happened, timer } = run();
    const problem: CounterState = { phase: 'problem', error, remedy: 'place-card' };
    timer.follow(problem, rules);
    clock.pass(problemShown);
    timer.follow({ phase: 'waiting-for-card' }, rules);
    timer.follow(problem, rules);
    clock.pass(problemShown);
    expect(happened).toEqual(['dismissed', 'dismissed']);
  });
});
