import { once } from 'node:events';
import { SerialPortMock } from 'serialport';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import {
  createMockPortLink,
  type MockBinding,
  type MockPortLink,
} from '../../../native-bridge/reader-emulator/mock-port-link.ts';
import { ReaderEmulator } from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { dump, frames, requests } from './requests.ts';

// The package's types do not resolve under nodenext; the adapter states the part of them it needs.
const mock = SerialPortMock.binding as unknown as MockBinding & {
  reset(): void;
  createPort(path: string, options?: { echo: boolean }): void;
};
const path = 'COM99';

const openPort = async (
  options: { path: string; baudRate: number } & Pick<MockPortLink, 'binding'>,
): Promise<SerialPortMock> => {
  const port = new SerialPortMock(options);
  await once(port, 'open');
  return port;
};

const receive = (port: SerialPortMock, count: number): Promise<Buffer> =>
  new Promise((resolve) => {
    let received = Buffer.alloc(0);
    port.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= count) resolve(received);
    });
  });

describe('an emulated reader on a mock port', () => {
  afterEach(() => {
    mock.reset();
  });

  const open = async (baudRate = 115_200) => {
    const { link, binding } = createMockPortLink(mock, path);
    const emulator = new ReaderEmulator(link, { card: makeCard(sampleCards.resident) });
    const port = await openPort({ path, baudRate, binding });
    return { emulator, port, binding, link };
  };

  it('is read through serialport, at full size', async () => {
    const { port } = await open();
    const received = receive(port, 15 + 19 + 1295);
    for (const request of [requests.find, requests.select, requests.read]) port.write(request);
    const bytes = await received;
    expect(dump(bytes.subarray(0, 34))).toBe(`${frames.found} ${frames.selected}`);
    expect(bytes).toHaveLength(15 + 19 + 1295);
  });

  it('is deaf to another speed', async () => {
    const { emulator, port } = await open(9600);
    port.write(requests.status);
    await new Promise((resolve) => {
      port.drain(resolve);
    });
    expect(emulator.counters.deafBytes).toBe(requests.status.length);
    await new Promise((resolve) => {
      port.update({ baudRate: 115_200 }, resolve);
    });
    const received = receive(port, 11);
    port.write(requests.status);
    expect(dump(await received)).toBe(frames.ok);
  });

  it('is seen to be unplugged, and cannot be opened any more', async () => {
    const { emulator, port, binding } = await open();
    port.resume();
    const gone = once(port, 'close');
    await emulator.unplug();
    const [cause] = (await gone) as [Error & { disconnected?: boolean }];
    expect(cause.disconnected).toBe(true);
    await expect(binding.open({ path, baudRate: 115_200 })).rejects.toThrow(path);
  });

  it('can be opened again after the program closed the port', async () => {
    const { port } = await open();
    await new Promise((resolve) => {
      port.close(resolve);
    });
    await new Promise((resolve) => {
      port.open(resolve);
    });
    const received = receive(port, 11);
    port.write(requests.status);
    expect(dump(await received)).toBe(frames.ok);
  });

  it('loses what the reader sends while no program has the port open', async () => {
    const { link } = createMockPortLink(mock, path);
    await expect(link.write(Uint8Array.of(1))).resolves.toBeUndefined();
    await link.close();
    await expect(link.write(Uint8Array.of(1))).rejects.toThrow('unplugged');
  });

  it('leaves other mock ports alone', async () => {
    const { binding } = createMockPortLink(mock, path);
    mock.createPort('COM1', { echo: true });
    expect((await binding.list()).map((info) => info.path)).toEqual([path, 'COM1']);
    const port = await openPort({ path: 'COM1', baudRate: 9600, binding });
    const received = receive(port, 3);
    port.write('abc');
    expect(String(await received)).toBe('abc');
  });
});
