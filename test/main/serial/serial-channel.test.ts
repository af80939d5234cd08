import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SerialChannel } from '../../../main/serial/serial-channel.ts';
import { failure, run } from '../card/run.ts';
import { FakePort } from './fake-port.ts';

describe('SerialChannel', () => {
  let port: FakePort;
  let channel: SerialChannel;

  beforeEach(() => {
    vi.useFakeTimers();
    port = new FakePort();
    port.isOpen = true;
    channel = new SerialChannel(port, 'COM7', 115_200);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes, flushes and delivers', async () => {
    const received: Uint8Array[] = [];
    const stop = channel.onData((chunk) => received.push(chunk));
    await run(channel.flush());
    await run(channel.write(Uint8Array.of(1, 2, 3)));
    port.emit('data', Buffer.of(4, 5));
    stop();
    port.emit('data', Buffer.of(6));
    expect(port.written).toEqual([Uint8Array.of(1, 2, 3)]);
    expect(port.flushes).toBe(1);
    expect(received).toEqual([Uint8Array.of(4, 5)]);
  });

  it('delivers bytes that the driver does not overwrite later', () => {
    const received: Uint8Array[] = [];
    channel.onData((chunk) => received.push(chunk));
    const buffer = Buffer.of(1, 2);
    port.emit('data', buffer);
    buffer.fill(0);
    expect(received).toEqual([Uint8Array.of(1, 2)]);
  });

  it('closes, tells its listeners once and without a cause, and takes nothing any more', async () => {
    const closed = vi.fn();
    channel.onClose(closed);
    await run(channel.close());
    await run(channel.close());
    expect(closed.mock.calls).toEqual([[undefined]]);
    expect(port.closes).toBe(1);
    expect(await failure(channel.write(Uint8Array.of(1)))).toMatchObject({ code: 'reader.closed' });
  });

  it('a driver that never finishes closing: gives up after a bounded time', async () => {
    port.closing = 'never';
    const closed = vi.fn();
    channel.onClose(closed);
    expect(await failure(channel.close(), 3000)).toMatchObject({
      code: 'reader.close-timed-out',
      data: { port: 'COM7' },
    });
    expect(closed).toHaveBeenCalledOnce();
  });

  it.each([
    ['an error', 'error'],
    ['a close nobody asked for', 'close'],
  ] as const)(
    'unplug shows as %s: listeners get the cause, the port is let go',
    async (_name, event) => {
      const cause = new Error('EIO: i/o error, read');
      const closed = vi.fn();
      channel.onClose(closed);
      port.emit(event, cause);
      port.emit('close');
      expect(closed.mock.calls).toEqual([[cause]]);
      expect(port.closes).toBe(1);
      expect(await failure(channel.write(Uint8Array.of(1)))).toMatchObject({
        code: 'reader.unplugged',
        cause,
      });
    },
  );

  it('a listener that comes after the end is called at once: it would wait for ever', async () => {
    const cause = new Error('gone');
    port.emit('error', cause);
    const late = vi.fn();
    channel.onClose(late)();
    expect(late.mock.calls).toEqual([[cause]]);
    await run(channel.close());
    expect(late).toHaveBeenCalledOnce();
  });

  it('a close without any error still has a cause when nobody asked for it', () => {
    const closed = vi.fn();
    channel.onClose(closed);
    port.emit('close', null);
    expect(closed.mock.calls).toEqual([[expect.any(Error)]]);
  });

  it('a write that fails is an unplugged reader', async () => {
    port.writing = new Error('EIO: i/o error, write');
    expect(await failure(channel.write(Uint8Array.of(1)))).toMatchObject({
      code: 'reader.unplugged',
      data: { port: 'COM7' },
    });
  });

  it('closing after an unplug does not hang', async () => {
    port.closing = 'never';
    port.emit('error', new Error('gone'));
    expect(await failure(channel.close(), 3000)).toMatchObject({ code: 'reader.close-timed-out' });
  });
});
