import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createBridge, type CallOutcome, type Wire } from '../../../main/ipc/bridge.ts';
import { callNames, eventNames } from '../../../main/ipc/channels.ts';
import { publishEvent } from '../../../main/ipc/publish-event.ts';
import { registerCalls, type AnswerCall } from '../../../main/ipc/register-calls.ts';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';
import { mockHandlers } from './handlers.ts';

const ownOrigin = 'app://station';

/** Both ends of the contract, joined without a process between them. */
const join = () => {
  const answers = new Map<string, AnswerCall>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const handlers = mockHandlers({
    currentStage: () => Promise.resolve({ phase: 'reading' }),
    offerFrame: () => Promise.resolve({ seen: false }),
  });
  registerCalls({
    handlers,
    ownOrigin,
    assertUnlocked: () => undefined,
    register: (channel, answer) => answers.set(channel, answer),
    onError: (error) => {
      throw error;
    },
  });
  const wire: Wire = {
    invoke: (channel, request) =>
      answers.get(channel)?.({ origin: ownOrigin, isTopFrame: true, role: 'guest' }, request) ??
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
  return { bridge: createBridge(wire), send, handlers };
};

describe('createBridge', () => {
  it('gives a page the functions of the contract and no other way', () => {
    expect(Object.keys(join().bridge)).toEqual([
      ...callNames,
      ...eventNames.map((name) => `on${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    ]);
  });

  it('reaches the handler and brings its reply', async () => {
    const { bridge, handlers } = join();
    const outcome = await bridge.currentStage();
    expectTypeOf(outcome).toEqualTypeOf<CallOutcome<ShownStage>>();
    expect(outcome).toEqual({ ok: true, value: { phase: 'reading' } });
    const request = { visit: 1, frame: Uint8Array.of(1) };
    expect(await bridge.offerFrame(request)).toEqual({ ok: true, value: { seen: false } });
    expect(handlers.offerFrame).toHaveBeenCalledExactlyOnceWith(
      request,
      expect.objectContaining({ role: 'guest' }),
    );
  });

  it('hears events until it stops listening', () => {
    const { bridge, send } = join();
    const seen: ShownStage[] = [];
    const stop = bridge.onStageChanged((stage) => seen.push(stage));
    publishEvent(send, 'stageChanged', { phase: 'reading' });
    stop();
    publishEvent(send, 'stageChanged', { phase: 'waiting-for-card' });
    expect(seen).toEqual([{ phase: 'reading' }]);
  });
});

describe('publishEvent', () => {
  it('lets nothing out that the contract does not name', () => {
    const send = vi.fn();
    const stage = { phase: 'reading', photo: new Uint8Array(1024) } as ShownStage;
    publishEvent(send, 'stageChanged', stage);
    expect(send).toHaveBeenCalledExactlyOnceWith('witness:stageChanged', { phase: 'reading' });
  });

  it('lets nothing out that is not as agreed', () => {
    const send = vi.fn();
    expect(() => {
      publishEvent(send, 'stageChanged', { phase: 'dreaming' } as unknown as ShownStage);
    }).toThrow();
    expect(send).not.toHaveBeenCalled();
  });
});
