import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createBridge, type CallOutcome, type Wire } from '../../../main/ipc/bridge.ts';
import type { ShownState } from '../../../main/ipc/contract.ts';
import { publishEvent } from '../../../main/ipc/publish-event.ts';
import { registerCalls, type AnswerCall } from '../../../main/ipc/register-calls.ts';

/** Both ends of the contract, joined without a process between them. */
const join = () => {
  const answers = new Map<string, AnswerCall>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const submitFrames = vi.fn(() => Promise.resolve(undefined));
  registerCalls({
    handlers: { currentState: () => Promise.resolve({ phase: 'reading' }), submitFrames },
    ownOrigin: 'app://station',
    register: (channel, answer) => answers.set(channel, answer),
    onError: (error) => {
      throw error;
    },
  });
  const wire: Wire = {
    invoke: (channel, request) =>
      answers.get(channel)?.({ origin: 'app://station', isTopFrame: true }, request) ??
      Promise.reject(new Error(`nobody answers ${channel}`)),
    listen: (channel, listener) => {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      return () => all.delete(listener);
    },
  };
  const send = (channel: string, payload: unknown): void => {
    for (const listener of listeners.get(channel) ?? []) listener(payload);
  };
  return { bridge: createBridge(wire), send, submitFrames };
};

describe('createBridge', () => {
  it('gives a page the functions of the contract and no other way', () => {
    expect(Object.keys(join().bridge)).toEqual(['currentState', 'submitFrames', 'onStateChanged']);
  });

  it('reaches the handler and brings its reply', async () => {
    const { bridge, submitFrames } = join();
    const outcome = await bridge.currentState();
    expectTypeOf(outcome).toEqualTypeOf<CallOutcome<ShownState>>();
    expect(outcome).toEqual({ ok: true, value: { phase: 'reading' } });
    const request = { visit: 1, frames: [new Uint8Array([1])] };
    expect(await bridge.submitFrames(request)).toEqual({ ok: true, value: undefined });
    expect(submitFrames).toHaveBeenCalledExactlyOnceWith(request);
  });

  it('hears events until it stops listening', () => {
    const { bridge, send } = join();
    const seen: ShownState[] = [];
    const stop = bridge.onStateChanged((state) => seen.push(state));
    publishEvent(send, 'stateChanged', { phase: 'reading' });
    stop();
    publishEvent(send, 'stateChanged', { phase: 'waiting-for-card' });
    expect(seen).toEqual([{ phase: 'reading' }]);
  });
});

describe('publishEvent', () => {
  it('lets nothing out that the contract does not name', () => {
    const send = vi.fn();
    const state = { phase: 'reading', photo: new Uint8Array(1024) } as ShownState;
    publishEvent(send, 'stateChanged', state);
    expect(send).toHaveBeenCalledExactlyOnceWith('witness:stateChanged', { phase: 'reading' });
  });
});
