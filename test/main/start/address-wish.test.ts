import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { onAddressWish, type AddressWishOptions } from '../../../main/start/address-wish.ts';

const stage = (
  platform: NodeJS.Platform,
  isTTY = true,
): {
  readonly input: PassThrough;
  readonly process: EventEmitter;
  readonly stop: AbortController;
  readonly onWish: ReturnType<typeof vi.fn>;
  readonly way: string | undefined;
} => {
  const input = Object.assign(new PassThrough(), { isTTY });
  const process = Object.assign(new EventEmitter(), { pid: 4711 });
  const stop = new AbortController();
  const onWish = vi.fn();
  const way = onAddressWish({
    ...{ platform, input, onWish, signal: stop.signal },
    process: process as unknown as AddressWishOptions['process'],
  });
  return { input, process, stop, onWish, way };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('another address', () => {
  it('is asked for by a signal, which its own user alone may send, until the station ends', () => {
    const { process, stop, onWish, way } = stage('linux');
    expect(way).toBe('kill -USR2 4711');
    process.emit('SIGUSR2');
    process.emit('SIGUSR2');
    expect(onWish).toHaveBeenCalledTimes(2);
    stop.abort();
    expect(process.listenerCount('SIGUSR2')).toBe(0);
  });

  it('takes nothing from a terminal where that would halt a program in the background', () => {
    const { input } = stage('linux');
    expect(input.listenerCount('data') + input.listenerCount('readable')).toBe(0);
  });

  it('is asked for by the Enter key on Windows, until the station ends', async () => {
    const { input, process, stop, onWish, way } = stage('win32');
    expect(way).toBe('press Enter here');
    expect(process.eventNames()).toEqual([]);
    input.write('\r\n');
    await turn();
    expect(onWish).toHaveBeenCalledTimes(1);
    stop.abort();
    input.write('\r\n');
    await turn();
    expect(onWish).toHaveBeenCalledTimes(1);
  });

  it('cannot be asked for on Windows without a terminal', () => {
    expect(stage('win32', false).way).toBeUndefined();
  });
});
