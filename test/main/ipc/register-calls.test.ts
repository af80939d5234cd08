import { describe, expect, it, vi } from 'vitest';
import type { WitnessError } from '../../../main/errors/witness-error.ts';
import { callNames, channelOf } from '../../../main/ipc/channels.ts';
import { maximumFrameBytes, maximumFrames, type ShownState } from '../../../main/ipc/contract.ts';
import {
  registerCalls,
  type AnswerCall,
  type CallHandlers,
  type CallSender,
} from '../../../main/ipc/register-calls.ts';
import { StationError } from '../../../main/station/station-error.ts';

const ownOrigin = 'app://station';
const ownPage: CallSender = { origin: ownOrigin, isTopFrame: true };
const frame = new Uint8Array([0xff, 0xd8, 0xff]);

const setUp = (changes: Partial<CallHandlers> = {}) => {
  const answers = new Map<string, AnswerCall>();
  const errors: WitnessError[] = [];
  const handlers = {
    currentState: vi.fn<CallHandlers['currentState']>(() => Promise.resolve({ phase: 'reading' })),
    submitFrames: vi.fn<CallHandlers['submitFrames']>(() => Promise.resolve(undefined)),
    ...changes,
  };
  registerCalls({
    handlers,
    ownOrigin,
    register: (channel, answer) => answers.set(channel, answer),
    onError: (error) => errors.push(error),
  });
  const call = (name: string, request: unknown, sender = ownPage) => {
    const answer = answers.get(`witness:${name}`);
    if (answer === undefined) throw new Error(`${name} is not registered`);
    return answer(sender, request);
  };
  return { answers, errors, handlers, call };
};

describe('registerCalls', () => {
  it('registers every call of the contract and nothing else', () => {
    expect([...setUp().answers.keys()]).toEqual(callNames.map(channelOf));
  });

  it('answers a call of our own page', async () => {
    const { call, handlers, errors } = setUp();
    expect(await call('currentState', undefined)).toEqual({
      ok: true,
      value: { phase: 'reading' },
    });
    expect(await call('submitFrames', { visit: 3, frames: [frame] })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(handlers.submitFrames).toHaveBeenCalledExactlyOnceWith({ visit: 3, frames: [frame] });
    expect(errors).toEqual([]);
  });

  it.each([
    ['another origin', { origin: 'https://example.org', isTopFrame: true }, 'ipc.foreign-sender'],
    ['a frame of no origin', { origin: 'null', isTopFrame: true }, 'ipc.foreign-sender'],
    ['a page that is gone', { origin: null, isTopFrame: false }, 'ipc.foreign-sender'],
    [
      'a look-alike origin',
      { origin: `${ownOrigin}.example`, isTopFrame: true },
      'ipc.foreign-sender',
    ],
    ['a sub-frame of our own origin', { origin: ownOrigin, isTopFrame: false }, 'ipc.sub-frame'],
  ])('refuses %s before anything is done', async (_who, sender, code) => {
    const { call, handlers, errors } = setUp();
    for (const [name, request] of [
      ['currentState', undefined],
      ['submitFrames', { visit: 1, frames: [frame] }],
    ] as const)
      expect(await call(name, request, sender)).toMatchObject({ ok: false, error: { code } });
    expect(handlers.currentState).not.toHaveBeenCalled();
    expect(handlers.submitFrames).not.toHaveBeenCalled();
    expect(errors).toHaveLength(2);
  });

  it.each([
    ['no request', undefined, ''],
    ['no visit', { frames: [frame] }, 'visit'],
    ['a visit that is no whole number', { visit: 1.5, frames: [frame] }, 'visit'],
    ['no frames', { visit: 1, frames: [] }, 'frames'],
    ['an empty frame', { visit: 1, frames: [frame, new Uint8Array()] }, 'frames.1'],
    ['a frame in Base64', { visit: 1, frames: ['/9j/'] }, 'frames.0'],
    ['a frame that only looks like bytes', { visit: 1, frames: [{ length: 3 }] }, 'frames.0'],
    ['an unknown field', { visit: 1, frames: [frame], verdict: 'pass' }, ''],
  ])('refuses %s', async (_what, request, where) => {
    const { call, handlers } = setUp();
    expect(await call('submitFrames', request)).toMatchObject({
      ok: false,
      error: { code: 'ipc.bad-request', data: { call: 'submitFrames', where } },
    });
    expect(handlers.submitFrames).not.toHaveBeenCalled();
  });

  it('refuses an argument where none is agreed', async () => {
    expect(await setUp().call('currentState', 'all')).toMatchObject({
      error: { code: 'ipc.bad-request' },
    });
  });

  it('takes a frame of the largest size and refuses one byte more', async () => {
    const { call } = setUp();
    const largest = new Uint8Array(maximumFrameBytes);
    expect(await call('submitFrames', { visit: 1, frames: [largest] })).toMatchObject({ ok: true });
    const larger = new Uint8Array(maximumFrameBytes + 1);
    expect(await call('submitFrames', { visit: 1, frames: [larger] })).toMatchObject({
      ok: false,
      error: { code: 'ipc.too-large', data: { where: 'frames.0', maximum: maximumFrameBytes } },
    });
  });

  it('takes as many frames as agreed and refuses one more', async () => {
    const { call } = setUp();
    const most = Array.from({ length: maximumFrames }, () => frame);
    expect(await call('submitFrames', { visit: 1, frames: most })).toMatchObject({ ok: true });
    expect(await call('submitFrames', { visit: 1, frames: [...most, frame] })).toMatchObject({
      ok: false,
      error: { code: 'ipc.too-large', data: { where: 'frames', maximum: maximumFrames } },
    });
  });

  it('gives a typed error back as it is, in both languages', async () => {
    const refusal = new StationError('station.not-looking');
    const { call, errors } = setUp({ submitFrames: () => Promise.reject(refusal) });
    expect(await call('submitFrames', { visit: 1, frames: [frame] })).toEqual({
      ok: false,
      error: refusal.toJSON(),
    });
    expect(errors).toEqual([refusal]);
  });

  it('gives a defect a code of its own', async () => {
    const { call } = setUp({ submitFrames: () => Promise.reject(new TypeError('broken')) });
    expect(await call('submitFrames', { visit: 1, frames: [frame] })).toMatchObject({
      error: { code: 'witness.unexpected', data: { reason: 'broken' } },
    });
  });

  it('lets nothing out that the contract does not name', async () => {
    const state = { phase: 'waiting-for-card', number: '000000190001010009' } as ShownState;
    const { call } = setUp({ currentState: () => Promise.resolve(state) });
    expect(await call('currentState', undefined)).toEqual({
      ok: true,
      value: { phase: 'waiting-for-card' },
    });
  });
});
