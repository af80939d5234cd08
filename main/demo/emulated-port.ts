import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenChannel } from '../card/byte-channel.ts';
import { makeMockOpener, mockPorts } from '../serial/mock-ports.ts';
import { openSerialChannel } from '../serial/open-serial-channel.ts';
import { openPseudoTerminal } from '../../native-bridge/pseudo-terminal/pseudo-terminal.ts';
import type { EmulatorLink } from '../../native-bridge/reader-emulator/emulator-link.ts';
import {
  createMockPortLink,
  type MockBinding,
} from '../../native-bridge/reader-emulator/mock-port-link.ts';

/** A port for an emulated reader, which keeps its name when the reader is unplugged and plugged in again. */
export interface EmulatedPort {
  readonly path: string;
  readonly openChannel: OpenChannel;
  /** Whether it is a port of the operating system, which other programs can open too. */
  readonly isReal: boolean;
  /** A new wire to the port. The one before must have been closed. */
  connect(): EmulatorLink;
  /** Gives the name back. The wire must have been closed. */
  close(): void;
}

/**
 * Makes a serial port for an emulated reader: a pseudo-terminal, or on Windows, which has none, a port
 * of serialport's mock binding. There is no port until something is connected.
 */
export const openEmulatedPort = (platform: NodeJS.Platform = process.platform): EmulatedPort =>
  platform === 'win32' ? openMockPort() : openTerminalPort();

/** The system numbers pseudo-terminals as it likes, so the port has a link for a name. */
const openTerminalPort = (): EmulatedPort => {
  const folder = mkdtempSync(join(tmpdir(), 'witness-reader-'));
  const path = join(folder, 'port');
  return {
    path,
    openChannel: openSerialChannel,
    isReal: true,
    connect: () => openPseudoTerminal({ link: path }),
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const openMockPort = (): EmulatedPort => {
  const path = 'COM99';
  const create = (): ReturnType<typeof createMockPortLink> =>
    createMockPortLink(mockPorts as MockBinding, path);
  let current = create();
  let isFresh = true;
  return {
    path,
    openChannel: (options) => makeMockOpener(current.binding)(options),
    isReal: false,
    connect: () => {
      // A wire whose plug was pulled stays dead; the port gets another.
      if (!isFresh) current = create();
      isFresh = false;
      return current.link;
    },
    close: () => undefined,
  };
};
