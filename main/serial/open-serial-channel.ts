import type { OpenChannel } from '../card/byte-channel.ts';
import { ReaderError } from '../card/reader-error.ts';
import { openErrorOf } from './open-error.ts';
import { createSystemPort, settingsFor, type CreatePort, type PortStream } from './port-stream.ts';
import { SerialChannel } from './serial-channel.ts';

/** How long a driver may take to open a port, in ms. Bluetooth ports without a peer can hang for long. */
const openTimeout = 5000;

export interface SerialOpenerOptions {
  /** Makes the port. Default: one of this computer; a test or a demonstration brings a mock. */
  readonly createPort?: CreatePort;
  /** Decides what "access denied" means. Default: this computer's. */
  readonly platform?: NodeJS.Platform;
}

/**
 * Makes an {@link OpenChannel} over serial ports.
 *
 * @example
 * ```ts
 * const openMock = makeSerialOpener({ createPort: (settings) => new SerialPortMock({ ...settings, autoOpen: false }) });
 * ```
 */
export const makeSerialOpener =
  ({ createPort = createSystemPort, platform }: SerialOpenerOptions = {}): OpenChannel =>
  async ({ path, baudRate }) => {
    const port = createPort(settingsFor(path, baudRate));
    await openPort(port, path, platform);
    const channel = new SerialChannel(port, path, baudRate);
    await channel.watch();
    return channel;
  };

/**
 * Opens a serial port of this computer.
 *
 * @throws ReaderError `reader.port-not-found`, `reader.port-busy`, `reader.port-denied` or
 * `reader.port-failed`, within 5 s.
 */
export const openSerialChannel: OpenChannel = makeSerialOpener();

const openPort = (
  port: PortStream,
  path: string,
  platform: NodeJS.Platform | undefined,
): Promise<void> =>
  new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      const reason = `it did not open within ${openTimeout} ms`;
      reject(new ReaderError('reader.port-failed', { port: path, reason }));
    }, openTimeout);
    port.open((error) => {
      clearTimeout(timer);
      // Nobody waits for it any more; left open it would block every later opening.
      if (late && !error) port.close(() => undefined);
      else if (error) reject(openErrorOf(error, path, platform));
      else resolve();
    });
  });
