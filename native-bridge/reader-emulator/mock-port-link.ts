import type { EmulatorLink } from './emulator-link.ts';

/** As much of a port of `@serialport/binding-mock` as the link needs. */
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

/** As much of `MockBinding` of `@serialport/binding-mock` as the link needs. */
interface MockBinding<Port, Options, Info> {
  createPort(path: string): void;
  list(): Promise<Info[]>;
  open(options: Options): Promise<Port>;
}

/** A wire through serialport's mock binding, and the binding to open `serialport` with. */
export interface MockPortLink<Port, Options, Info> {
  readonly link: EmulatorLink;
  readonly binding: { list(): Promise<Info[]>; open(options: Options): Promise<Port> };
}

/**
 * Hangs an emulated reader on a port that exists only inside this process, for systems without
 * pseudo-terminals (Windows). Above the binding, `serialport` is the real one.
 *
 * @param mock - `MockBinding` of `@serialport/binding-mock`, handed in so that it stays out of the
 * packages the product itself needs.
 * @param path - a name for the port, such as `COM99`.
 */
export const createMockPortLink = <Port extends MockPort, Options extends { path: string }, Info>(
  mock: MockBinding<Port, Options, Info>,
  path: string,
): MockPortLink<Port, Options, Info> => {
  mock.createPort(path);
  const listeners = new Set<(chunk: Uint8Array) => void>();
  const plug = createPlug();
  let current: Port | undefined;
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
