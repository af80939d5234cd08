import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { SerialPort } from 'serialport';
import { afterEach, describe, expect, it } from 'vitest';
import { FrameParser } from '../../../main/card/frame-parser.ts';
import { openPseudoTerminal } from '../../../native-bridge/pseudo-terminal/pseudo-terminal.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import {
  ReaderEmulator,
  type EmulatorScript,
} from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import {
  closeSerialPort,
  openSerialPort,
  receiveFrom,
  untilListening,
} from '../pseudo-terminal/serial-client.ts';
import { dump, frames, requests } from './requests.ts';

const card = makeCard({ ...sampleCards.resident, fingerprints: 2 });

/** The next good frame that arrives. */
const nextBody = (port: SerialPort): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const parser = new FrameParser();
    const listen = (chunk: Buffer): void => {
      const [body] = parser.push(chunk);
      if (body === undefined) return;
      port.off('data', listen);
      resolve(body);
    };
    port.on('data', listen);
  });

describe.skipIf(process.platform === 'win32')('an emulated reader on a real serial port', () => {
  const closing: (() => Promise<void>)[] = [];

  const plugIn = async (script: EmulatorScript = {}) => {
    const terminal = openPseudoTerminal();
    const emulator = new ReaderEmulator(terminal, { card, ...script });
    const port = await openSerialPort(terminal.path, script.speed);
    closing.push(
      () => closeSerialPort(port),
      () => emulator.close(),
    );
    return { emulator, port, path: terminal.path };
  };
  const ask = async (port: SerialPort, request: Uint8Array): Promise<Uint8Array> => {
    const body = nextBody(port);
    port.write(request);
    return body;
  };

  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('passes replies of 1295 and 2321 bytes at full size', async () => {
    const { port } = await plugIn();
    await ask(port, requests.find);
    await ask(port, requests.select);
    const plain = receiveFrom(port, 1295);
    port.write(requests.read);
    expect((await plain).subarray(14, 270).equals(card.text)).toBe(true);
    const printed = receiveFrom(port, 2321);
    port.write(requests.readWithPrints);
    expect(await printed).toHaveLength(2321);
  });

  it.each([
    ['in single bytes', 'fragment:1'],
    ['in chunks of 64 bytes with pauses', 'fragment:64,1'],
    ['between noise', 'noise-before:50', 'noise-after:50'],
    ['in fragments between noise', 'fragment:7', 'noise-before:50', 'noise-after:50'],
    ['twice', 'glue'],
    ['late', 'late:50'],
  ])('is read when replies come %s', async (_, ...faults) => {
    const { port } = await plugIn({ faults });
    await ask(port, requests.find);
    await ask(port, requests.select);
    // What is glued or noise behind one reply comes before the next; the reading is the long one.
    const parser = new FrameParser();
    const reading = new Promise<Uint8Array>((resolve) => {
      port.on('data', (chunk: Buffer) => {
        for (const body of parser.push(chunk)) if (body.length > 1000) resolve(body);
      });
    });
    port.write(requests.read);
    expect((await reading).subarray(7, 263)).toEqual(card.text);
  });

  it('hears only its own speed', async () => {
    const { emulator, port } = await plugIn({ speed: 19_200 });
    expect(dump(await ask(port, requests.status))).toBe('00 00 90');
    await new Promise((resolve) => {
      port.update({ baudRate: 115_200 }, resolve);
    });
    port.write(requests.status);
    await new Promise((resolve) => {
      port.drain(resolve);
    });
    while (emulator.counters.deafBytes === 0) await new Promise(setImmediate);
    await new Promise((resolve) => {
      port.update({ baudRate: 19_200 }, resolve);
    });
    expect(dump(await ask(port, requests.status))).toBe('00 00 90');
    expect(emulator.log).toEqual(['sam-status', 'sam-status']);
  });

  it('vanishes for serialport when it is unplugged at a command', async () => {
    const { port, path } = await plugIn({ faults: ['unplug@sam-id'] });
    await ask(port, requests.status);
    await untilListening(port);
    const gone = once(port, 'close');
    port.write(requests.samId);
    const [cause] = (await gone) as [Error & { disconnected?: boolean }];
    expect(cause.disconnected).toBe(true);
    expect(existsSync(path)).toBe(false);
  });

  it('is there again with its card when it is plugged in once more', async () => {
    const { emulator, port } = await plugIn();
    await ask(port, requests.find);
    await untilListening(port);
    const gone = once(port, 'close');
    await emulator.unplug();
    await gone;
    const terminal = openPseudoTerminal();
    emulator.plugIn(terminal);
    const next = await openSerialPort(terminal.path);
    closing.unshift(() => closeSerialPort(next));
    const found = receiveFrom(next, 15);
    next.write(requests.find);
    expect(dump(await found)).toBe(frames.found);
  });
});
