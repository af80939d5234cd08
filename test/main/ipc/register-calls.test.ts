import { describe, expect, it } from 'vitest';
import { DeskLockError } from '../../../main/desk-lock/desk-lock-error.ts';
import type { WitnessError } from '../../../main/errors/witness-error.ts';
import { callNames, channelOf } from '../../../main/ipc/channels.ts';
import { contract, maximumFrameBytes, pageRoles } from '../../../main/ipc/contract.ts';
import {
  registerCalls,
  type AnswerCall,
  type CallHandlers,
  type CallSender,
} from '../../../main/ipc/register-calls.ts';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';
import { StationError } from '../../../main/station/station-error.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { mockHandlers } from './handlers.ts';

const ownOrigin = 'app://station';
const clerk: CallSender = { origin: ownOrigin, isTopFrame: true, role: 'clerk' };
const guest: CallSender = { ...clerk, role: 'guest' };
const frame = Uint8Array.of(0xff, 0xd8, 0xff);

const setUp = (given: Partial<CallHandlers> = {}, isLocked = false) => {
  const answers = new Map<string, AnswerCall>();
  const errors: WitnessError[] = [];
  const handlers = mockHandlers({
    currentStage: () => Promise.resolve({ phase: 'reading' }),
    offerFrame: () => Promise.resolve({ seen: false }),
    ...given,
  });
  registerCalls({
    handlers,
    ownOrigin,
    assertUnlocked: () => {
      if (isLocked) throw new DeskLockError('desk-lock.locked');
    },
    register: (channel, answer) => answers.set(channel, answer),
    onError: (error) => errors.push(error),
  });
  const call = (name: string, request: unknown, sender = clerk) => {
    const answer = answers.get(`witness:${name}`);
    if (answer === undefined) throw new Error(`${name} is not registered`);
    return answer(sender, request);
  };
  return { answers, errors, handlers, call };
};
const noneIsCalled = (handlers: ReturnType<typeof mockHandlers>): void => {
  for (const name of callNames) expect(handlers[name]).not.toHaveBeenCalled();
};

/** A request each call takes: written out, so that a new call is tried, too. */
const requests: Readonly<Record<(typeof callNames)[number], unknown>> = {
  currentStage: undefined,
  currentPreferences: undefined,
  answerConsent: { visit: 1, answer: { kind: 'without-face' } },
  offerFrame: { visit: 1, frame },
  reportCamera: { state: 'on', choices: [] },
  askForStaff: { visit: 1 },
  finishVisit: { visit: 1 },
  currentDemo: undefined,
  demoPictures: { scene: 'pass' },
  playScene: { scene: 'pass' },
  liftDemoCard: undefined,
  currentDesk: undefined,
  visitImages: { visit: 1 },
  decideVisit: { visit: 1, operator: '王', reason: '看过', verdict: 'pass' },
  allowRetry: { visit: 1, operator: '王', reason: '看过' },
  currentDevices: undefined,
  operatingTable: undefined,
  listRecords: {},
  figures: { from: '2026-03-10T00:00:00Z', to: '2026-03-11T00:00:00Z', utcOffset: 480 },
  currentSettings: undefined,
  changeSettings: { settings: settingsSchema.parse({}) },
  listPorts: undefined,
  findReader: undefined,
  checkDecoder: undefined,
  openGuestScreen: undefined,
  currentLock: undefined,
  unlockDesk: { pin: '2468' },
  lockDesk: undefined,
  changePin: { pin: '2468' },
};

describe('registerCalls', () => {
  it('registers every call of the contract and nothing else', () => {
    expect([...setUp().answers.keys()]).toEqual(callNames.map(channelOf));
  });

  it('answers a call of our own page, and says to the handler whose it is', async () => {
    const { call, handlers, errors } = setUp();
    expect(await call('currentStage', undefined)).toEqual({
      ok: true,
      value: { phase: 'reading' },
    });
    expect(await call('offerFrame', { visit: 3, frame }, guest)).toEqual({
      ok: true,
      value: { seen: false },
    });
    expect(handlers.offerFrame).toHaveBeenCalledExactlyOnceWith({ visit: 3, frame }, guest);
    // Checked, but not copied.
    expect(handlers.offerFrame.mock.calls[0]?.[0].frame).toBe(frame);
    expect(errors).toEqual([]);
  });

  it.each([
    ...['decideVisit', 'allowRetry', 'changeSettings', 'findReader', 'checkDecoder'],
    ...['openGuestScreen', 'changePin'],
  ] as const)('refuses %s while the desk is locked', async (name) => {
    const { call, handlers, errors } = setUp({}, true);
    expect(await call(name, requests[name])).toMatchObject({ error: { code: 'desk-lock.locked' } });
    noneIsCalled(handlers);
    expect(errors.map(({ code }) => code)).toEqual(['desk-lock.locked']);
  });

  it('serves the guest, and lets a clerk unlock, while the desk is locked', async () => {
    const { call, handlers } = setUp({}, true);
    await call('answerConsent', requests.answerConsent, guest);
    await call('unlockDesk', requests.unlockDesk);
    expect(handlers.answerConsent).toHaveBeenCalledOnce();
    expect(handlers.unlockDesk).toHaveBeenCalledOnce();
  });

  it.each(callNames)('lets those pages call %s that may', async (name) => {
    for (const role of pageRoles) {
      const { call, handlers } = setUp();
      const outcome = await call(name, requests[name], { ...clerk, role });
      const { roles }: { readonly roles: readonly string[] } = contract.calls[name];
      if (roles.includes(role)) expect(handlers[name]).toHaveBeenCalledOnce();
      else {
        expect(outcome).toMatchObject({
          ok: false,
          error: { code: 'ipc.other-page', data: { call: name, role } },
        });
        noneIsCalled(handlers);
      }
    }
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
  ] as const)('refuses every call of %s before anything is done', async (_who, sender, code) => {
    const { call, handlers, errors } = setUp();
    for (const name of callNames)
      expect(await call(name, requests[name], { ...sender, role: 'clerk' })).toMatchObject({
        ok: false,
        error: { code },
      });
    noneIsCalled(handlers);
    expect(errors).toHaveLength(callNames.length);
  });

  it.each([
    ['no request', undefined, ''],
    ['no visit', { frame }, 'visit'],
    ['a visit that is no whole number', { visit: 1.5, frame }, 'visit'],
    ['no frame', { visit: 1 }, 'frame'],
    ['an empty frame', { visit: 1, frame: new Uint8Array() }, 'frame'],
    ['a frame in Base64', { visit: 1, frame: '/9j/' }, 'frame'],
    ['a frame that only looks like bytes', { visit: 1, frame: { length: 3 } }, 'frame'],
    ['an unknown field', { visit: 1, frame, verdict: 'pass' }, ''],
  ])('refuses a frame with %s', async (_what, request, where) => {
    const { call, handlers } = setUp();
    expect(await call('offerFrame', request)).toMatchObject({
      ok: false,
      error: { code: 'ipc.bad-request', data: { call: 'offerFrame', where } },
    });
    noneIsCalled(handlers);
  });

  it.each([
    ['a verdict nobody can give', { verdict: 'review' }],
    ['no operator', { operator: '  ' }],
    ['no reason', { reason: '' }],
    ['a very long operator', { operator: 'a'.repeat(41) }],
    ['a very long reason', { reason: 'a'.repeat(201) }],
    ['a time of its own', { at: '2026-03-10T12:00:00Z' }],
  ])('refuses a decision with %s', async (_what, changes) => {
    const { call, handlers } = setUp();
    const decision = { visit: 1, operator: '王', reason: '看过', verdict: 'pass', ...changes };
    expect(await call('decideVisit', decision)).toMatchObject({ ok: false });
    noneIsCalled(handlers);
  });

  it('takes the spaces around what an operator wrote away', async () => {
    const { call, handlers } = setUp();
    await call('allowRetry', { visit: 1, operator: ' 王 ', reason: ' 看过 ' });
    expect(handlers.allowRetry).toHaveBeenCalledExactlyOnceWith(
      { visit: 1, operator: '王', reason: '看过' },
      clerk,
    );
  });

  it.each([
    ['neither with nor without face', {}],
    ['with face and without a word about the cloud', { kind: 'face', guardian: false }],
    ['without face, and with a guardian', { kind: 'without-face', guardian: true }],
  ])('refuses an answer that is %s', async (_what, answer) => {
    const { call, handlers } = setUp();
    expect(await call('answerConsent', { visit: 1, answer })).toMatchObject({
      error: { code: 'ipc.bad-request' },
    });
    noneIsCalled(handlers);
  });

  it('refuses an argument where none is agreed', async () => {
    expect(await setUp().call('currentStage', 'all')).toMatchObject({
      error: { code: 'ipc.bad-request' },
    });
  });

  it('takes a frame of the largest size and refuses one byte more', async () => {
    const { call } = setUp();
    const largest = new Uint8Array(maximumFrameBytes);
    expect(await call('offerFrame', { visit: 1, frame: largest })).toMatchObject({ ok: true });
    const larger = new Uint8Array(maximumFrameBytes + 1);
    expect(await call('offerFrame', { visit: 1, frame: larger })).toMatchObject({
      ok: false,
      error: { code: 'ipc.too-large', data: { where: 'frame', maximum: maximumFrameBytes } },
    });
  });

  it('gives a typed error back as it is, in both languages', async () => {
    const refusal = new StationError('station.visit-over');
    const { call, errors } = setUp({ offerFrame: () => Promise.reject(refusal) });
    expect(await call('offerFrame', { visit: 1, frame })).toEqual({
      ok: false,
      error: refusal.toJSON(),
    });
    expect(errors).toEqual([refusal]);
  });

  it('gives a defect a code of its own', async () => {
    const { call } = setUp({ offerFrame: () => Promise.reject(new TypeError('broken')) });
    expect(await call('offerFrame', { visit: 1, frame })).toMatchObject({
      error: { code: 'witness.unexpected', data: { reason: 'broken' } },
    });
  });

  it('answers a handler that throws at once, too', async () => {
    const { call } = setUp({
      finishVisit: () => {
        throw new StationError('station.decide-first');
      },
    });
    expect(await call('finishVisit', { visit: 1 })).toMatchObject({
      error: { code: 'station.decide-first' },
    });
  });

  it('lets nothing out that the contract does not name', async () => {
    const stage = { phase: 'waiting-for-card', number: '000000190001010009' } as ShownStage;
    const { call } = setUp({ currentStage: () => Promise.resolve(stage) });
    expect(await call('currentStage', undefined)).toEqual({
      ok: true,
      value: { phase: 'waiting-for-card' },
    });
  });

  it('lets nothing out that is not as agreed', async () => {
    const { call, errors } = setUp({
      currentStage: () => Promise.resolve({ phase: 'dreaming' } as unknown as ShownStage),
    });
    expect(await call('currentStage', undefined)).toMatchObject({
      ok: false,
      error: { code: 'witness.unexpected' },
    });
    expect(errors).toHaveLength(1);
  });
});
