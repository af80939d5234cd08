import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskLock } from '../../../main/desk-lock/desk-lock.ts';
import { forgetfulPin, pinFile, pinFileBeside } from '../../../main/desk-lock/pin-file.ts';

const codeIn = (caught: unknown): unknown => (caught as { readonly code: unknown }).code;
const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'well', codeIn);
const openCode = (lock: DeskLock): unknown => {
  try {
    lock.assertOpen();
    return 'open';
  } catch (caught) {
    return codeIn(caught);
  }
};

afterEach(() => {
  vi.useRealTimers();
});

/** A lock with the PIN 2468, locked. */
const locked = async (store = forgetfulPin()): Promise<DeskLock> => {
  await (await DeskLock.open(store)).change('2468');
  return DeskLock.open(store);
};

describe('a desk without a PIN', () => {
  it('is open, and cannot be locked', async () => {
    const lock = await DeskLock.open(forgetfulPin());
    lock.lock();
    expect([lock.state, openCode(lock)]).toEqual([{ hasPin: false, isLocked: false }, 'open']);
  });

  it('stays open for whoever sets one, and can be locked then', async () => {
    const lock = await DeskLock.open(forgetfulPin());
    await lock.change('2468');
    expect(lock.state).toEqual({ hasPin: true, isLocked: false });
    lock.lock();
    expect(openCode(lock)).toBe('desk-lock.locked');
  });

  it.each(['', '123', '1234567890123', '12a4', ' 1234'])('takes no PIN like "%s"', async (pin) => {
    const lock = await DeskLock.open(forgetfulPin());
    expect(await codeOf(lock.change(pin))).toBe('desk-lock.pin-invalid');
    expect(lock.state.hasPin).toBe(false);
  });
});

describe('a desk with a PIN', () => {
  it('is locked when the station starts, and opened by this PIN only', async () => {
    const lock = await locked();
    const changes = vi.fn();
    lock.onChange(changes);
    expect(openCode(lock)).toBe('desk-lock.locked');
    expect(await codeOf(lock.unlock('2469'))).toBe('desk-lock.wrong-pin');
    expect(changes).not.toHaveBeenCalled();
    await lock.unlock('2468');
    expect(changes).toHaveBeenCalledOnce();
    expect(openCode(lock)).toBe('open');
    lock.close();
  });

  it('takes five wrong ones, also at once, and then none for half a minute', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const lock = await locked();
    const codes = await Promise.all(Array.from({ length: 7 }, () => codeOf(lock.unlock('0000'))));
    expect(codes.filter((code) => code === 'desk-lock.wrong-pin')).toHaveLength(4);
    expect(codes.filter((code) => code === 'desk-lock.too-many-tries')).toHaveLength(3);
    expect(await codeOf(lock.unlock('2468'))).toBe('desk-lock.too-many-tries');
    vi.advanceTimersByTime(30_000);
    expect(await codeOf(lock.unlock('2468'))).toBe('well');
    lock.close();
  });

  it('counts wrong ones anew after the right one', async () => {
    const lock = await locked();
    for (const pin of ['0', '1', '2', '3', '2468', '4']) await codeOf(lock.unlock(pin));
    expect(await codeOf(lock.unlock('5'))).toBe('desk-lock.wrong-pin');
    lock.close();
  });

  it('locks itself ten minutes after the last deed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const lock = await locked();
    await lock.unlock('2468');
    vi.advanceTimersByTime(599_999);
    lock.assertOpen();
    vi.advanceTimersByTime(599_999);
    expect(lock.state.isLocked).toBe(false);
    vi.advanceTimersByTime(1);
    expect(lock.state.isLocked).toBe(true);
  });

  it('has none any more when it is taken away', async () => {
    const store = forgetfulPin();
    const lock = await locked(store);
    await lock.unlock('2468');
    await lock.change(undefined);
    lock.lock();
    expect(lock.state).toEqual({ hasPin: false, isLocked: false });
    expect((await DeskLock.open(store)).state.hasPin).toBe(false);
  });
});

describe('the file of a PIN', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-pin-'));
    file = pinFileBeside(join(folder, 'new', 'settings.json'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('lies beside the settings, for this user only, without the PIN in it', async () => {
    const lock = await locked(pinFile(file));
    expect(lock.state).toEqual({ hasPin: true, isLocked: true });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toContain('2468');
    expect(await codeOf(lock.unlock('2468'))).toBe('well');
    lock.close();
  });

  it('that cannot be used keeps the desk locked, and says so', async () => {
    await locked(pinFile(file));
    await writeFile(file, '{}');
    const lock = await DeskLock.open(pinFile(file));
    expect(lock.state).toEqual({ hasPin: true, isLocked: true });
    expect(lock.problem?.code).toBe('desk-lock.file-unusable');
    expect(openCode(lock)).toBe('desk-lock.file-unusable');
    expect(await codeOf(lock.unlock('2468'))).toBe('desk-lock.file-unusable');
    expect(await readFile(file, 'utf8')).toBe('{}');
  });

  it('that cannot be written leaves the former PIN', async () => {
    await writeFile(join(folder, 'new'), 'no folder');
    const lock = await DeskLock.open(pinFile(join(folder, 'new', 'x', 'desk-pin.json')));
    expect(await codeOf(lock.change('2468'))).toBe('desk-lock.not-written');
  });
});
