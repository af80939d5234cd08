import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPortMock } from 'serialport';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Link } from '../../../main/card/link.ts';
import { samStatus } from '../../../main/card/commands.ts';
import { makeSerialOpener, openSerialChannel } from '../../../main/serial/open-serial-channel.ts';
import type { CreatePort, PortSettings } from '../../../main/serial/port-stream.ts';
import { failure } from '../card/run.ts';
import { hex } from '../card/hex.ts';
import { FakePort } from './fake-port.ts';

const choice = { path: '/dev/witness-mock', baudRate: 115_200 };

describe('opening a serial channel', () => {
  describe('over the mock binding', () => {
    const createPort: CreatePort = (settings) =>
      new SerialPortMock({ ...settings, autoOpen: false });
    const open = makeSerialOpener({ createPort });

    beforeEach(() => {
      SerialPortMock.binding.createPort(choice.path, { echo: false, record: true });
    });

    afterEach(() => {
      SerialPortMock.binding.reset();
    });

    it('carries a command and its reply', async () => {
      let port: SerialPortMock | undefined;
      const channel = await makeSerialOpener({
        createPort: (settings) => (port = new SerialPortMock({ ...settings, autoOpen: false })),
      })(choice);
      const link = new Link(channel);
      const reply = link.request(samStatus);
      await vi.waitFor(() => {
        expect(port?.port?.lastWrite).not.toBeNull();
      });
      expect(Uint8Array.from(port!.port!.lastWrite!)).toEqual(hex('AA AA AA 96 69 00 03 11 FF ED'));
      port!.port!.emitData(Buffer.from(hex('AA AA AA 96 69 00 04 00 00 90 94')));
      expect((await reply).sw3).toBe(0x90);
      await link.close();
    });

    it('busy port: a typed error', async () => {
      const first = await open(choice);
      await expect(open(choice)).rejects.toMatchObject({
        code: 'reader.port-busy',
        data: { port: choice.path },
      });
      await first.close();
      await (await open(choice)).close();
    });

    it('a port that does not exist: a typed error', async () => {
      await expect(open({ ...choice, path: '/dev/none' })).rejects.toMatchObject({
        code: 'reader.port-not-found',
      });
    });
  });

  describe('on this computer', () => {
    it('a port that does not exist: a typed error', async () => {
      const path = process.platform === 'win32' ? 'COM251' : '/dev/ttyWITNESS0';
      await expect(openSerialChannel({ path, baudRate: 9600 })).rejects.toMatchObject({
        code: 'reader.port-not-found',
        data: { port: path },
      });
    });

    it('a file that is no port: a typed error', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'witness-'));
      const path = join(folder, 'not-a-port');
      await writeFile(path, 'text');
      try {
        await expect(openSerialChannel({ path, baudRate: 9600 })).rejects.toMatchObject({
          name: 'ReaderError',
          data: { port: path },
        });
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });

  it('asks for eight data bits, no parity, one stop bit, no flow control, and DTR left alone', async () => {
    const seen: PortSettings[] = [];
    const port = new FakePort();
    await makeSerialOpener({
      createPort: (settings) => {
        seen.push(settings);
        return port;
      },
    })(choice);
    expect(seen).toMatchObject([
      {
        ...choice,
        dataBits: 8,
        parity: 'none',
        stopBits: 1,
        rtscts: false,
        xon: false,
        xoff: false,
        hupcl: false,
        lock: true,
      },
    ]);
  });

  it('a driver that never opens: gives up, and closes the port should it open later', async () => {
    vi.useFakeTimers();
    try {
      const port = new FakePort();
      port.opening = 'never';
      const opening = makeSerialOpener({ createPort: () => port })(choice);
      expect(await failure(opening, 6000)).toMatchObject({ code: 'reader.port-failed' });
      port.pendingOpen?.(null);
      expect(port.closes).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('unplug that the driver does not report: the file of the device is gone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'witness-'));
    const path = join(folder, 'ttyUSB0');
    await writeFile(path, '');
    const port = new FakePort();
    const channel = await makeSerialOpener({ createPort: () => port })({ path, baudRate: 9600 });
    const lost = new Promise<Error | undefined>((resolve) => {
      channel.onClose(resolve);
    });
    await rm(folder, { recursive: true });
    expect((await lost)?.message).toBe(`${path} is gone.`);
    expect(port.closes).toBe(1);
  });
});
