import type { OpenChannel } from '../card/byte-channel.ts';
import { makeMockOpener, mockPorts } from '../serial/mock-ports.ts';
import { openSerialChannel } from '../serial/open-serial-channel.ts';
import { openPseudoTerminal } from '../../native-bridge/pseudo-terminal/pseudo-terminal.ts';
import type { EmulatorLink } from '../../native-bridge/reader-emulator/emulator-link.ts';
import {
  createMockPortLink,
  type MockBinding,
} from '../../native-bridge/reader-emulator/mock-port-link.ts';

/** A port with nothing behind it yet: the wire for an emulated reader, and the way to open it. */
export interface EmulatedPort {
  readonly path: string;
  readonly link: EmulatorLink;
  readonly openChannel: OpenChannel;
  /** Whether it is a port of the operating system, which other programs can open too. */
  readonly isReal: boolean;
}

/**
 * Makes a serial port for an emulated reader: a pseudo-terminal, or on Windows, which has none, a port
 * of serialport's mock binding.
 */
export const openEmulatedPort = (platform: NodeJS.Platform = process.platform): EmulatedPort => {
  if (platform !== 'win32') {
    const link = openPseudoTerminal();
    return { path: link.path, link, openChannel: openSerialChannel, isReal: true };
  }
  const path = 'COM99';
  const { link, binding } = createMockPortLink(mockPorts as MockBinding, path);
  return { path, link, openChannel: makeMockOpener(binding), isReal: false };
};
