import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DemoError } from '../../../main/demo/demo-error.ts';
import type { DemoListener } from '../../../main/demo/demo-event.ts';
import type { Demo } from '../../../main/demo/open-demo.ts';
import { followDemo } from '../../../main/host/follow-demo.ts';
import type { CounterState, StateIn } from '../../../main/station/counter-state.ts';
import { sampleAttempt, sampleGuest } from '../station/sample-guests.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const passed: StateIn<'result'> = {
  phase: 'result',
  guest: sampleGuest(),
  outcome: { verdict: 'pass', reasons: [], attempt: sampleAttempt(90) },
  decisions: [],
  cardLies: true,
};
const decision = {
  verdict: 'fail',
  operator: '王',
  reason: '看过',
  at: '2026-03-10T12:00:00Z',
} as const;

const open = () => {
  const listeners = {
    demo: new Set<DemoListener>(),
    counter: new Set<(s: CounterState) => void>(),
  };
  const finish = vi.fn();
  const told = vi.fn();
  const errors: string[] = [];
  const stop = followDemo({
    demo: {
      finish,
      onEvent: (listener: DemoListener) => {
        listeners.demo.add(listener);
        return () => listeners.demo.delete(listener);
      },
    } as unknown as Demo,
    counter: {
      state: { phase: 'starting' },
      onChange: (listener) => {
        listeners.counter.add(listener);
        return () => listeners.counter.delete(listener);
      },
    },
    onChange: told,
    onError: ({ code }) => errors.push(code),
  });
  const become = (state: CounterState): void => {
    for (const listener of listeners.counter) listener(state);
  };
  return { listeners, finish, told, errors, stop, become };
};

describe('an invented guest', () => {
  it('takes the card when the result has been read', () => {
    const { become, finish } = open();
    become(passed);
    vi.advanceTimersByTime(5999);
    expect(finish).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(finish).toHaveBeenCalledOnce();
  });

  it('waits for the clerk, and goes when he has decided', () => {
    const { become, finish } = open();
    const review = {
      ...passed,
      outcome: { verdict: 'review', reasons: ['without-face'] },
    } as const;
    become(review);
    vi.advanceTimersByTime(60_000);
    expect(finish).not.toHaveBeenCalled();
    become({ ...review, decisions: [decision] });
    vi.advanceTimersByTime(6000);
    expect(finish).toHaveBeenCalledOnce();
  });

  it('reads anew what is shown anew, and does not take a card that was taken', () => {
    const { become, finish } = open();
    become(passed);
    vi.advanceTimersByTime(5000);
    become({ ...passed, decisions: [decision] });
    vi.advanceTimersByTime(5000);
    become({ ...passed, cardLies: false });
    vi.advanceTimersByTime(60_000);
    expect(finish).not.toHaveBeenCalled();
  });

  it('does not take the next one along, whose card is still being made', () => {
    const { become, finish, listeners } = open();
    become(passed);
    vi.advanceTimersByTime(5000);
    for (const listener of listeners.demo) listener({ type: 'scene-began', scene: 'review' });
    become({ ...passed, decisions: [decision] });
    vi.advanceTimersByTime(60_000);
    expect(finish).not.toHaveBeenCalled();
    for (const listener of listeners.demo) listener({ type: 'card-placed' });
    become(passed);
    vi.advanceTimersByTime(6000);
    expect(finish).toHaveBeenCalledOnce();
  });

  it('does nothing any more when the demonstration is not followed any more', () => {
    const { become, finish, stop, listeners } = open();
    become(passed);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(finish).not.toHaveBeenCalled();
    expect([listeners.demo.size, listeners.counter.size]).toEqual([0, 0]);
  });
});

describe('what happens in the demonstration', () => {
  it('is told, and a failure reported', () => {
    const { listeners, told, errors } = open();
    for (const listener of listeners.demo) {
      listener({ type: 'card-placed' });
      listener({ type: 'failed', error: new DemoError('demo.no-face') });
    }
    expect(told).toHaveBeenCalledTimes(2);
    expect(errors).toEqual(['demo.no-face']);
  });
});
