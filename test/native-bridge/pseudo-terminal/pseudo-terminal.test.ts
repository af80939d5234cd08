import { once } from 'node:events';
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SerialPort } from 'serialport';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openPseudoTerminal,
  type PseudoTerminal,
} from '../../../native-bridge/pseudo-terminal/pseudo-terminal.ts';
import {
  closeSerialPort,
  openSerialPort,
  receive,
  receiveFrom,
  untilListening,
} from './serial-client.ts';

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

describe.skipIf(process.platform === 'win32')('a pseudo-terminal', () => {
  const terminals: PseudoTerminal[] = [];
  const ports: SerialPort[] = [];

  const open = (link?: string): PseudoTerminal => {
    const terminal = openPseudoTerminal(link === undefined ? {} : { link });
    terminals.push(terminal);
    return terminal;
  };
  const connect = async (terminal: PseudoTerminal, baudRate?: number): Promise<SerialPort> => {
    const port = await openSerialPort(terminal.path, baudRate);
    ports.push(port);
    return port;
  };

  afterEach(async () => {
    await Promise.all(ports.splice(0).map(closeSerialPort));
    await Promise.all(terminals.splice(0).map((terminal) => terminal.close()));
  });

  it('passes every byte value from the program to the device, unchanged and without echo', async () => {
    const terminal = open();
    const port = await connect(terminal);
    const echoed: Buffer[] = [];
    port.on('data', (chunk: Buffer) => echoed.push(chunk));
    const received = receive((listener) => terminal.onData(listener), 256);
    port.write(everyByte);
    expect(await received).toEqual(everyByte);
    const answer = receiveFrom(port, 1);
    await terminal.write(Uint8Array.of(0x0a));
    await answer;
    expect(Buffer.concat(echoed)).toEqual(Buffer.of(0x0a));
  });

  it('passes a reply of 1295 bytes of every value to the program at full size', async () => {
    const terminal = open();
    const port = await connect(terminal);
    const reply = Buffer.alloc(1295, everyByte);
    const received = receiveFrom(port, reply.length);
    await terminal.write(reply);
    expect(await received).toEqual(reply);
  });

  it('does not block when the program does not read, and delivers everything once it does', async () => {
    const terminal = open();
    const port = await connect(terminal);
    const flood = Buffer.alloc(100_000, everyByte);
    const written = terminal.write(flood);
    // The event loop turns although the system's buffer (4 kB) is full.
    await new Promise((resolve) => setImmediate(resolve));
    const received = receiveFrom(port, flood.length);
    await written;
    expect((await received).equals(flood)).toBe(true);
  });

  it('keeps the order of writes that overlap', async () => {
    const terminal = open();
    const port = await connect(terminal);
    const received = receiveFrom(port, 30_000);
    const parts = [1, 2, 3].map((value) => Buffer.alloc(10_000, value));
    await Promise.all(parts.map((part) => terminal.write(part)));
    expect((await received).equals(Buffer.concat(parts))).toBe(true);
  });

  it('tells the speed the program chose', async () => {
    const terminal = open();
    const port = await connect(terminal, 9600);
    expect(terminal.hostSpeed()).toBe(9600);
    for (const baudRate of [19_200, 38_400, 57_600, 115_200]) {
      await new Promise((resolve) => {
        port.update({ baudRate }, resolve);
      });
      expect(terminal.hostSpeed()).toBe(baudRate);
    }
  });

  it('outlives the program: another one can open the port after the first has left', async () => {
    const terminal = open();
    await closeSerialPort(await connect(terminal));
    const port = await connect(terminal);
    const received = receiveFrom(port, 3);
    await terminal.write(Uint8Array.of(1, 2, 3));
    expect(await received).toEqual(Buffer.of(1, 2, 3));
  });

  it('refuses a second program while the first holds the port', async () => {
    const terminal = open();
    await connect(terminal);
    await expect(openSerialPort(terminal.path)).rejects.toThrow(/lock/i);
  });

  it('shows serialport an unplugged reader when it closes, and the port vanishes', async () => {
    const terminal = open();
    const port = await connect(terminal);
    await untilListening(port);
    const gone = once(port, 'close');
    await terminal.close();
    const [cause] = (await gone) as [Error & { disconnected?: boolean }];
    expect(cause.disconnected).toBe(true);
    expect(existsSync(terminal.path)).toBe(false);
    await expect(openSerialPort(terminal.path)).rejects.toThrow(/no such file/i);
  });

  it('fails writes after closing, also those that were waiting for the program to read', async () => {
    const terminal = open();
    const waiting = terminal.write(Buffer.alloc(100_000));
    const refused = expect(waiting).rejects.toMatchObject({ code: 'pseudo-terminal.closed' });
    await terminal.close();
    await refused;
    await expect(terminal.write(Uint8Array.of(1))).rejects.toMatchObject({
      code: 'pseudo-terminal.closed',
    });
    await expect(terminal.close()).resolves.toBeUndefined();
  });

  it('gives file descriptors back', async () => {
    const before = readdirSync('/dev/fd').length;
    for (let round = 0; round < 50; round += 1) await open().close();
    // Something else in this process may open a few; a leak would be 50 or more.
    expect(readdirSync('/dev/fd').length).toBeLessThan(before + 25);
  });

  describe('with a link', () => {
    const folder = mkdtempSync(join(tmpdir(), 'witness-port-'));
    const link = join(folder, 'reader');
    afterEach(() => {
      rmSync(link, { force: true });
    });

    it('keeps its name when it is unplugged and plugged in again', async () => {
      const first = open(link);
      const port = await connect(first);
      await untilListening(port);
      const gone = once(port, 'close');
      await first.close();
      await gone;
      expect(lstatSync(link, { throwIfNoEntry: false })).toBeUndefined();
      const second = open(link);
      expect(second.path).toBe(link);
      const received = receiveFrom(await connect(second), 1);
      await second.write(Uint8Array.of(7));
      expect(await received).toEqual(Buffer.of(7));
    });

    it('replaces a link that a killed program left behind', async () => {
      const abandoned = open(link);
      const next = open(link);
      const received = receive((listener) => next.onData(listener), 1);
      (await connect(next)).write(Uint8Array.of(9));
      expect(await received).toEqual(Buffer.of(9));
      await next.close();
      await expect(abandoned.close()).resolves.toBeUndefined();
    });

    it('does not touch a file that has the name', () => {
      writeFileSync(link, 'mine');
      expect(() => open(link)).toThrow(
        expect.objectContaining({ code: 'pseudo-terminal.link-taken' }),
      );
      expect(existsSync(link)).toBe(true);
    });
  });
});

describe('a system without pseudo-terminals', () => {
  it('is told so', async () => {
    const { platform } = process;
    // The calls are bound once; a fresh module looks at the platform again.
    vi.resetModules();
    Object.defineProperty(process, 'platform', { value: 'win32' });
    try {
      const fresh = await import('../../../native-bridge/pseudo-terminal/pseudo-terminal.ts');
      expect(() => fresh.openPseudoTerminal()).toThrow(
        expect.objectContaining({ code: 'pseudo-terminal.unsupported' }),
      );
    } finally {
      Object.defineProperty(process, 'platform', { value: platform });
    }
  });
});
