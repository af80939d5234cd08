import { expect, onTestFinished, test, vi } from 'vitest';
import { WitnessError } from '../../../main/errors/witness-error.ts';
import type { ChildHandle } from '../../../main/process/launcher.ts';
import type { CallMessage, ChildFailure, ChildMessage } from '../../../main/process/messages.ts';
import { SupervisedChild } from '../../../main/process/supervised-child.ts';

interface TextContract {
  readonly request: unknown;
  readonly reply: string;
  readonly hello: string;
}

/** A child played by the test: it says and does only what it is told to. */
class PlayedChild implements ChildHandle {
  readonly pid = undefined;
  readonly calls: CallMessage[] = [];
  killed = false;
  #hear: (message: unknown) => void = () => undefined;
  #leave: Parameters<ChildHandle['onExit']>[0] = () => undefined;

  send(message: unknown): void {
    this.calls.push(structuredClone(message) as CallMessage);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#hear = listener;
  }
  onExit(listener: Parameters<ChildHandle['onExit']>[0]): void {
    this.#leave = listener;
  }
  kill(): void {
    this.killed = true;
  }

  say(message: ChildMessage): void {
    this.#hear(message);
  }
  ready(): void {
    this.say({ kind: 'ready', hello: 'hello' });
  }
  crash(): void {
    this.#leave({ code: null, signal: 'SIGSEGV' });
  }
}

interface Stage {
  readonly child: SupervisedChild<TextContract>;
  readonly launched: readonly PlayedChild[];
  /** The n-th child to be launched, counted from 1, once it is. */
  readonly nth: (n: number) => Promise<PlayedChild>;
}

interface StageOptions {
  readonly startTimeout?: number;
  readonly backOff?: { readonly initial: number; readonly maximum: number };
  /** Throws to make a launch fail; told which one it is, counted from 1. */
  readonly beforeLaunch?: (n: number) => void;
}

const noWait = { initial: 1, maximum: 1 };
const longWait = { initial: 3_600_000, maximum: 3_600_000 };

const failureOf = (failure: ChildFailure): WitnessError =>
  new WitnessError({ en: failure.kind, zh: failure.kind }, `test.${failure.kind}`);

const stage = ({ startTimeout = 60_000, backOff = noWait, beforeLaunch }: StageOptions): Stage => {
  const launched: PlayedChild[] = [];
  const awaited = new Map<number, PromiseWithResolvers>();
  const at = (n: number): PromiseWithResolvers => {
    const known = awaited.get(n) ?? withResolvers();
    awaited.set(n, known);
    return known;
  };
  let attempts = 0;
  const child = new SupervisedChild<TextContract>({
    entry: { file: 'played', execArgv: [] },
    launch: () => {
      attempts += 1;
      beforeLaunch?.(attempts);
      const played = new PlayedChild();
      launched.push(played);
      at(launched.length).resolve(played);
      return played;
    },
    startTimeout,
    callTimeout: 60_000,
    backOff,
    failure: failureOf,
    revive: ({ code, message, messageZh }) =>
      new WitnessError({ en: message, zh: messageZh }, code),
  });
  onTestFinished(() => {
    child.dispose();
  });
  return { child, launched, nth: (n) => at(n).promise };
};

interface PromiseWithResolvers {
  readonly promise: Promise<PlayedChild>;
  readonly resolve: (child: PlayedChild) => void;
}
const withResolvers = (): PromiseWithResolvers => {
  let resolve: (child: PlayedChild) => void = () => undefined;
  const promise = new Promise<PlayedChild>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};

/** Lets everything happen that waits for nothing but its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a request that cannot be cloned fails alone, and the child lives on', async () => {
  const { child, nth } = stage({});
  const start = child.start();
  (await nth(1)).ready();
  await start;
  await expect(child.call(() => undefined, { timeout: 1 })).rejects.toMatchObject({
    code: 'witness.unexpected',
    cause: { name: 'DataCloneError' },
  });

  const call = child.call('a');
  await turn();
  const played = await nth(1);
  played.say({ kind: 'reply', id: played.calls[0]!.id, reply: 'b' });
  expect(await call).toBe('b');
  expect(played.killed).toBe(false);
  expect(child.restarts).toBe(0);
});

test('a child that gets ready after it was given up does not lead to two', async () => {
  const { child, launched, nth } = stage({ startTimeout: 1 });
  await expect(child.start()).rejects.toMatchObject({ code: 'test.did-not-start' });
  const late = await nth(1);
  expect(late.killed).toBe(true);

  const started = child.start();
  late.ready();
  late.crash();
  const startedToo = child.start();
  (await nth(2)).ready();
  expect(await Promise.all([started, startedToo])).toEqual(['hello', 'hello']);
  expect(launched).toHaveLength(2);
});

test('disposal during the wait before a restart ends the wait', async () => {
  const { child, launched, nth } = stage({ backOff: longWait });
  const start = child.start();
  (await nth(1)).ready();
  await start;
  (await nth(1)).crash();
  const call = child.call('a');
  child.dispose();
  await expect(call).rejects.toMatchObject({ code: 'test.disposed' });
  expect(launched).toHaveLength(1);
});

test('a launch that throws is a failure to start, with its cause', async () => {
  const cause = new Error('spawn EAGAIN');
  const { child, nth } = stage({
    beforeLaunch: (n) => {
      if (n === 1) throw cause;
    },
  });
  await expect(child.start()).rejects.toMatchObject({ code: 'test.did-not-start', cause });

  const start = child.start();
  (await nth(1)).ready();
  expect(await start).toBe('hello');
  expect(child.restarts).toBe(0);
});

test('after a crash the next child starts without being asked for', async () => {
  const { child, nth } = stage({});
  const start = child.start();
  (await nth(1)).ready();
  await start;
  (await nth(1)).crash();
  (await nth(2)).ready();
  expect(child.restarts).toBe(1);
  expect(await child.start()).toBe('hello');
  expect(child.restarts).toBe(1);
});

test('an unasked restart that fails harms nobody, and the next call tries again', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => {
    unhandled.push(reason);
  };
  process.on('unhandledRejection', note);
  onTestFinished(() => {
    process.off('unhandledRejection', note);
  });
  const { child, launched, nth } = stage({});
  const start = child.start();
  (await nth(1)).ready();
  await start;
  (await nth(1)).crash();
  (await nth(2)).crash();
  await turn();
  expect(unhandled).toEqual([]);
  expect(launched).toHaveLength(2);

  const again = child.start();
  (await nth(3)).ready();
  expect(await again).toBe('hello');
  expect(child.restarts).toBe(2);
});

test('a child that crashes because it is disposed of is not replaced', async () => {
  const { child, launched, nth } = stage({});
  const start = child.start();
  const played = await nth(1);
  played.ready();
  await start;
  child.dispose();
  played.crash();
  await expect(child.call('a')).rejects.toMatchObject({ code: 'test.disposed' });
  expect(launched).toHaveLength(1);
});

test('a child says how it is: a failure counts until it has answered, not until it runs', async () => {
  const { child, nth } = stage({});
  const seen: unknown[] = [];
  const stop = child.onHealth(() => {
    seen.push([child.health.state, child.health.failure?.code]);
  });
  expect(child.health).toEqual({ state: 'starting' });
  const start = child.start();
  (await nth(1)).ready();
  await start;
  expect(seen.splice(0)).toEqual([['running', undefined]]);

  (await nth(1)).crash();
  expect(child.health.state).toBe('restarting');
  expect(child.health.failure?.code).toBe('test.crashed');
  (await nth(2)).ready();
  await child.start();
  expect(child.health.state).toBe('running');
  expect(child.health.failure?.code).toBe('test.crashed');

  const call = child.call('a');
  await turn();
  (await nth(2)).say({ kind: 'reply', id: (await nth(2)).calls[0]!.id, reply: 'b' });
  await call;
  expect(child.health).toEqual({ state: 'running' });
  expect(seen.at(-1)).toEqual(['running', undefined]);

  stop();
  seen.splice(0);
  (await nth(2)).crash();
  expect(seen).toEqual([]);
});

test('a child that does not answer is known by that, although it is killed for it', async () => {
  const { child, nth } = stage({});
  const start = child.start();
  (await nth(1)).ready();
  await start;
  await expect(child.call('a', { timeout: 1 })).rejects.toMatchObject({ code: 'test.timed-out' });
  expect(child.health.state).toBe('restarting');
  expect(child.health.failure?.code).toBe('test.timed-out');
});

test('a child that does not get ready again has failed, with the reason', async () => {
  const { child, nth } = stage({});
  const start = child.start();
  (await nth(1)).ready();
  await start;
  (await nth(1)).crash();
  (await nth(2)).crash();
  await turn();
  expect(child.health.state).toBe('failed');
  expect(child.health.failure?.code).toBe('test.did-not-start');
});

test('a call that waits behind a longer one is not late', async () => {
  const { child, nth } = stage({});
  const start = child.start();
  const played = await nth(1);
  played.ready();
  await start;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const long = child.call('a');
  const short = child.call('b', { timeout: 20 });
  await turn();
  vi.advanceTimersByTime(59_999);
  expect(played.killed).toBe(false);
  played.say({ kind: 'reply', id: played.calls[0]!.id, reply: 'A' });
  played.say({ kind: 'reply', id: played.calls[1]!.id, reply: 'B' });
  expect(await Promise.all([long, short])).toEqual(['A', 'B']);

  // Its own time begins when it is its turn.
  const again = child.call('a');
  const late = child.call('b', { timeout: 1 });
  await turn();
  played.say({ kind: 'reply', id: played.calls[2]!.id, reply: 'A' });
  expect(await again).toBe('A');
  vi.advanceTimersByTime(1);
  await expect(late).rejects.toMatchObject({ code: 'test.timed-out' });
  expect(played.killed).toBe(true);
});
