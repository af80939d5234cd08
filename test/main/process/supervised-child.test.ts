import { afterEach, describe, expect, test } from 'vitest';
import { WitnessError, type ErrorDocument } from '../../../main/errors/witness-error.ts';
import { processEntry } from '../../../main/process/launcher.ts';
import type { ChildFailure } from '../../../main/process/messages.ts';
import { SupervisedChild } from '../../../main/process/supervised-child.ts';
import type { EchoContract } from './fixtures/echo-child.ts';

class ChildFailed extends WitnessError {
  readonly failure: ChildFailure;
  constructor(failure: ChildFailure) {
    const entry = { what: { en: failure.kind, zh: failure.kind }, todo: { en: '', zh: '' } };
    super(entry, `test.${failure.kind}`);
    this.failure = failure;
  }
}

const revive = (document: ErrorDocument): WitnessError =>
  new WitnessError(
    { what: { en: document.message, zh: document.messageZh }, todo: { en: '', zh: '' } },
    document.code,
    document.data,
  );

const children: { dispose(): void }[] = [];
const start = (name: string, startTimeout = 20_000): SupervisedChild<EchoContract> => {
  const child = new SupervisedChild<EchoContract>({
    entry: processEntry(import.meta.url, `./fixtures/${name}`),
    startTimeout,
    callTimeout: 20_000,
    backOff: { initial: 1, maximum: 2 },
    failure: (failure) => new ChildFailed(failure),
    revive,
  });
  children.push(child);
  return child;
};
const echo = (...bytes: number[]): EchoContract['request'] => ({
  do: 'echo',
  bytes: Uint8Array.from(bytes),
});

afterEach(() => {
  for (const child of children.splice(0)) child.dispose();
});

describe('a supervised child', () => {
  test('says hello when it is ready and answers calls with bytes intact', async () => {
    const child = start('echo-child');
    expect(await child.start()).toEqual({ greeting: 'hello' });
    expect(await child.call(echo(1, 2, 255))).toEqual(Uint8Array.of(1, 2, 255));
  });

  test('answers several calls at once, each to its own caller', async () => {
    const child = start('echo-child');
    const replies = await Promise.all([1, 2, 3].map((n) => child.call(echo(n))));
    expect(replies.map((reply) => reply[0])).toEqual([1, 2, 3]);
  });

  test('hands back a typed error with its code and data, and keeps running', async () => {
    const child = start('echo-child');
    await expect(child.call({ do: 'throw' })).rejects.toMatchObject({
      code: 'test.objection',
      data: { thing: 'this' },
    });
    expect(await child.call(echo(7))).toEqual(Uint8Array.of(7));
    expect(child.restarts).toBe(0);
  });

  test('gives an error nobody foresaw the shape of a typed one', async () => {
    await expect(start('echo-child').call({ do: 'throw-plain' })).rejects.toMatchObject({
      code: 'witness.unexpected',
      data: { reason: 'not a function' },
    });
  });

  test('fails every running call when it crashes, and the next call gets a new child', async () => {
    const child = start('echo-child');
    const crash = child.call({ do: 'crash' });
    const waiting = child.call(echo(1));
    await expect(crash).rejects.toMatchObject({ failure: { kind: 'crashed' } });
    await expect(waiting).rejects.toMatchObject({ failure: { kind: 'crashed' } });
    expect(await child.call(echo(9))).toEqual(Uint8Array.of(9));
    expect(child.restarts).toBe(1);
  });

  test('is killed and replaced when a call takes too long', async () => {
    const child = start('echo-child');
    await child.start();
    await expect(child.call({ do: 'hang' }, { timeout: 20 })).rejects.toMatchObject({
      failure: { kind: 'timed-out' },
    });
    expect(await child.call(echo(4))).toEqual(Uint8Array.of(4));
  });

  test('that refuses to start says why, each time it is asked', async () => {
    const child = start('refusing-child');
    await expect(child.start()).rejects.toMatchObject({ code: 'test.refused' });
    await expect(child.start()).rejects.toMatchObject({ code: 'test.refused' });
  });

  test('that never gets ready is given up', async () => {
    await expect(start('silent-child', 50).start()).rejects.toMatchObject({
      failure: { kind: 'did-not-start' },
    });
  });

  test('whose module does not exist fails to start instead of hanging', async () => {
    await expect(start('no-such-child').start()).rejects.toMatchObject({
      failure: { kind: 'did-not-start' },
    });
  });

  test('fails its calls when it is disposed of', async () => {
    const child = start('echo-child');
    await child.start();
    const call = child.call({ do: 'hang' });
    const failed = expect(call).rejects.toMatchObject({ failure: { kind: 'disposed' } });
    // The call is sent once the running child is known: one turn of the microtask queue later.
    await Promise.resolve();
    await Promise.resolve();
    child.dispose();
    await failed;
    await expect(child.call(echo(1))).rejects.toMatchObject({ failure: { kind: 'disposed' } });
  });
});
