import { once } from 'node:events';
import { SerialPort } from 'serialport';
import { vi } from 'vitest';

/** A program at the other end: the real `serialport`, opened on the emulated port. */
export const openSerialPort = async (path: string, baudRate = 115_200): Promise<SerialPort> => {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
  return port;
};

/** Closes a port that may be gone already. */
export const closeSerialPort = async (port: SerialPort): Promise<void> => {
  if (!port.isOpen) return;
  const closed = once(port, 'close');
  port.close();
  await closed;
};

/** Collects what arrives until there are `count` bytes. */
export const receive = (
  onData: (listener: (chunk: Uint8Array) => void) => () => void,
  count: number,
): Promise<Buffer> =>
  new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    const stop = onData((chunk) => {
      chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (bytes.length < count) return;
      stop();
      resolve(bytes);
    });
  });

/** {@link receive} for the program's side. */
export const receiveFrom = (port: SerialPort, count: number): Promise<Buffer> =>
  receive((listener) => {
    port.on('data', listener);
    return () => port.off('data', listener);
  }, count);

/**
 * Waits until the program sleeps in the system, waiting for bytes. Only then does `serialport` notice
 * at once that a port is gone; caught between two reads it reads nothing for ever, on Linux.
 */
export const untilListening = async (port: SerialPort): Promise<void> => {
  port.resume();
  const { poller } = port.port as unknown as {
    readonly poller: { listenerCount: (event: string) => number };
  };
  await vi.waitFor(
    () => {
      if (poller.listenerCount('readable') === 0) throw new Error('The port is not listening yet.');
    },
    { interval: 1 },
  );
};
