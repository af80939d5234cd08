import { SerialPortMock } from 'serialport';
import type { OpenChannel } from '../card/byte-channel.ts';
import { makeSerialOpener } from './open-serial-channel.ts';

/** serialport's own binding to ports that exist only inside this process. */
export const mockPorts: unknown = SerialPortMock.binding;

/**
 * Opens ports of a mock binding, for systems without pseudo-terminals (Windows). Everything above the
 * binding is the real `serialport`.
 *
 * @param binding - {@link mockPorts}, or what an emulated reader made of it.
 */
export const makeMockOpener = (binding: object): OpenChannel =>
  makeSerialOpener({
    createPort: (settings) => {
      const options = { ...settings, binding, autoOpen: false };
      return new SerialPortMock(options);
    },
  });
