import { describe, expect, it } from 'vitest';
import { ReaderError } from '../../../main/card/reader-error.ts';
import type { CounterHappening, CounterState } from '../../../main/station/counter-state.ts';
import { nextState } from '../../../main/station/counter-transitions.ts';
import { sampleDecision, sampleGuest } from './sample-guests.ts';

const silent = new ReaderError('reader.silent');
const guest = sampleGuest(1);
const nextGuest = sampleGuest(2);
const decision = sampleDecision(85);
const error = silent.toJSON();

const states = {
  starting: { phase: 'starting' },
  waiting: { phase: 'waiting-for-card' },
  reading: { phase: 'reading' },
  looking: { phase: 'looking', guest, framesWanted: 3 },
  comparing: { phase: 'comparing', guest },
  result: { phase: 'result', guest, decision, cardLies: true },
  'card problem': { phase: 'problem', error, remedy: 'lift-card' },
  'reader problem': { phase: 'problem', error, remedy: 'wait-for-reader' },
  'broken down': { phase: 'problem', error, remedy: 'restart' },
} as const satisfies Record<string, CounterState>;

const happenings = {
  started: { type: 'started' },
  'broke-down': { type: 'broke-down', error },
  arrived: { type: 'arrived' },
  'card-read': { type: 'card-read', guest: nextGuest, framesWanted: 2 },
  'read-failed': { type: 'read-failed', error: silent },
  'already-read': { type: 'already-read' },
  removed: { type: 'removed' },
  'reader-lost': { type: 'reader-lost', error: silent },
  'reader-recovered': { type: 'reader-recovered', attempts: 1 },
  'frames-came': { type: 'frames-came' },
  verified: { type: 'verified', decision },
  'verification-failed': { type: 'verification-failed', error },
} as const satisfies Record<CounterHappening['type'], CounterHappening>;

/** The whole flow: in each state, what moves it and where to. Everything else must leave it as it is. */
const flow: Record<
  keyof typeof states,
  Partial<Record<keyof typeof happenings, keyof typeof states | 'next looking' | 'changed'>>
> = {
  starting: { started: 'waiting', 'broke-down': 'broken down' },
  waiting: {
    arrived: 'reading',
    'card-read': 'next looking',
    'read-failed': 'card problem',
    'already-read': 'changed',
    'reader-lost': 'reader problem',
    'broke-down': 'broken down',
    removed: 'waiting',
  },
  reading: {
    arrived: 'reading',
    'card-read': 'next looking',
    removed: 'waiting',
    'read-failed': 'card problem',
    'already-read': 'changed',
    'reader-lost': 'reader problem',
    'broke-down': 'broken down',
  },
  looking: {
    'frames-came': 'comparing',
    removed: 'waiting',
    arrived: 'reading',
    'card-read': 'next looking',
    'read-failed': 'card problem',
    'already-read': 'changed',
    'reader-lost': 'reader problem',
    'broke-down': 'broken down',
  },
  comparing: {
    verified: 'result',
    'verification-failed': 'card problem',
    'broke-down': 'broken down',
  },
  result: {
    arrived: 'reading',
    'card-read': 'next looking',
    'read-failed': 'card problem',
    removed: 'changed',
    'already-read': 'result',
    'reader-lost': 'changed',
    'reader-recovered': 'result',
    'broke-down': 'broken down',
  },
  'card problem': {
    removed: 'waiting',
    arrived: 'reading',
    'card-read': 'next looking',
    'read-failed': 'card problem',
    'reader-lost': 'reader problem',
    'broke-down': 'broken down',
  },
  'reader problem': {
    'reader-recovered': 'waiting',
    removed: 'waiting',
    arrived: 'reading',
    'card-read': 'next looking',
    'read-failed': 'card problem',
    'already-read': 'changed',
    'reader-lost': 'reader problem',
    'broke-down': 'broken down',
  },
  'broken down': {},
};

const cases = Object.entries(states).flatMap(([from, state]) =>
  Object.entries(happenings).map(([what, happening]) => {
    const wanted = flow[from as keyof typeof states][what as keyof typeof happenings];
    return { from, what, wanted, state, happening };
  }),
);

describe('nextState', () => {
  it.each(cases)('$from, on $what, becomes $wanted', ({ state, happening, wanted }) => {
    const next = nextState(state, happening);
    if (wanted === undefined) expect(next).toBe(state);
    else if (wanted === 'changed') expect(next).not.toEqual(state);
    else if (wanted === 'next looking')
      expect(next).toEqual({ phase: 'looking', guest: nextGuest, framesWanted: 2 });
    else expect(next).toEqual(states[wanted]);
  });

  it('asks to lift a card that was read before anybody watched', () => {
    const next = nextState(states.waiting, happenings['already-read']);
    expect(next).toMatchObject({
      phase: 'problem',
      error: { code: 'reader.card-not-lifted' },
      remedy: 'lift-card',
    });
  });

  it('keeps a verdict readable after the card is lifted', () => {
    expect(nextState(states.result, happenings.removed)).toEqual({
      ...states.result,
      cardLies: false,
    });
  });

  it('keeps a verdict readable while the reader is lost, and forgets the loss when it is back', () => {
    const lost = nextState(states.result, happenings['reader-lost']);
    expect(lost).toEqual({ ...states.result, cardLies: false, readerProblem: error });
    expect(nextState(lost, happenings['reader-recovered'])).toEqual({
      ...states.result,
      cardLies: false,
    });
  });

  it('carries errors in both languages', () => {
    expect(nextState(states.waiting, happenings['reader-lost'])).toMatchObject({
      error: { code: 'reader.silent', message: silent.sentence.en, messageZh: silent.sentence.zh },
    });
  });
});
