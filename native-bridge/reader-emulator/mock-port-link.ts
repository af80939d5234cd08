import type { EmulatorLink } from './emulator-link.ts';

/** As much of a port of serialport's mock binding as the link needs. */
interface MockPort {
  readonly isOpen: boolean;
  readonly port: { readonly openOpt?: { readonly baudRate: number } };
  emitData(data: Buffer): void;
  read(
    buffer: Buffer,
    offset: number,
    length: number,
  ): Promise<{ buffer: Buffer; bytesRead: number }>;
  write(buffer: Buffer): Promise<void>;
}

/** As much of serialport's mock binding (`SerialPortMock.binding`) as the link needs. */
export interface MockBinding {
  createPort(path: string): void;
  list(): Promise<{ readonly path: string }[]>;
  open(options: { readonly path: string; readonly baudRate: number }): Promise<MockPort>;
}

/** A wire through serialport's mock binding, and the binding to open `serialport` with. */
export interface MockPortLink {
  readonly link: EmulatorLink;
  readonly binding: Pick<MockBinding, 'list' | 'open'>;
}

/**
 * Hangs an emulated reader on a port that exists only inside this process, for systems without
 * pseudo-terminals (Windows). Above the binding, `serialport` is the real one.
 *
 * @example
 * ```ts
 * const { link, binding } = createMockPortLink(SerialPortMock.binding, 'COM99');
 * const emulator = new ReaderEmulator(link);
 * const options = { path: 'COM99', baudRate: 115_200, binding };
 * const port = new SerialPortMock(options);
 * ```
 *
 * @param mock - handed in, because only the rooms that open ports know `serialport`.
 * @param path - a name for the port.
 */
export const createMockPortLink = (mock: MockBinding, path: string): MockPortLink => {
  mock.createPort(path);
  const listeners = new Set<(chunk: Uint8Array) => void>();
  const plug = createPlug();
  let current: MockPort | undefined;
  return {
    binding: {
      list: () => mock.list(),
      open: async (options) => {
        if (options.path === path && plug.isPulled()) throw new Error(`No such port: ${path}`);
        const port = await mock.open(options);
        if (options.path !== path) return port;
        current = port;
        tapWrites(port, listeners);
        failReadsWhen(port, plug.pulled);
        return port;
      },
    },
    link: {
      onData: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
      // Without a program at the port the bytes are lost, as on a wire.
      write: (bytes) => {
        if (plug.isPulled()) return Promise.reject(new Error(`The port ${path} is unplugged.`));
        if (current?.isOpen === true) current.emitData(Buffer.from(bytes));
        return Promise.resolve();
      },
      close: () => {
        plug.pull();
        return Promise.resolve();
      },
      hostSpeed: () => current?.port.openOpt?.baudRate,
    },
  };
};

interface Plug {
  readonly pulled: Promise<never>;
  isPulled(): boolean;
  pull(): void;
}

const createPlug = (): Plug => {
  const controller = new AbortController();
  const pulled = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => {
      reject(new Error('The port was unplugged.'));
    });
  });
  // Nobody may be reading when the plug is pulled; whoever reads sees the rejection through a race.
  pulled.catch(() => undefined);
  return {
    pulled,
    isPulled: () => controller.signal.aborted,
    pull: () => {
      controller.abort();
    },
  };
};

/** What the program writes also reaches the reader. */
const tapWrites = (port: MockPort, listeners: ReadonlySet<(chunk: Uint8Array) => void>): void => {
  const write = port.write.bind(port);
  port.write = async (buffer) => {
    const sent = Uint8Array.from(buffer);
    await write(buffer);
    for (const listener of listeners) listener(sent);
  };
};

/** A read fails, in the way `serialport` takes for a disconnection, when the plug is pulled. */
const failReadsWhen = (port: MockPort, pulled: Promise<never>): void => {
  const read = port.read.bind(port);
  port.read = (buffer, offset, length) => Promise.race([read(buffer, offset, length), pulled]);
};
