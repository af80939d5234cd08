import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPortMock } from 'serialport';
import { describe, it, type ExpectStatic } from 'vitest';
import type { CardEvent } from '../../../main/card/card-event.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import { CardReader, type CardReaderOptions } from '../../../main/card/reader.ts';
import { statusCatalogue, statusName, type StatusGroup } from '../../../main/card/status.ts';
import { discoverReader } from '../../../main/serial/discover-reader.ts';
import { makeSerialOpener, openSerialChannel } from '../../../main/serial/open-serial-channel.ts';
import { openPseudoTerminal } from '../../../native-bridge/pseudo-terminal/pseudo-terminal.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { createMockPortLink } from '../../../native-bridge/reader-emulator/mock-port-link.ts';
import {
  ReaderEmulator,
  type EmulatorScript,
} from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';

type Finish = (work: () => Promise<void> | void) => void;

const photo = Uint8Array.from({ length: 1024 }, (_, index) => index & 0xff);
const card = makeCard(sampleCards.resident, photo);
const quick = { pollInterval: 20, backoff: { initial: 20, maximum: 50 } };

const readerAt = (
  path: string,
  finish: Finish,
  options: Partial<CardReaderOptions> = {},
): CardReader => {
  const port = { path, baudRate: 115_200 };
  const reader = new CardReader({ openChannel: openSerialChannel, port, ...quick, ...options });
  finish(() => reader.close());
  return reader;
};

/** A card reader, the program's and the emulated one, on a pseudo-terminal that can be plugged in again. */
const connect = (finish: Finish, script: EmulatorScript = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'witness-reader-'));
  const link = join(folder, 'port');
  const terminal = openPseudoTerminal({ link });
  const emulator = new ReaderEmulator(terminal, { card, ...script });
  finish(async () => {
    await emulator.close();
    rmSync(folder, { recursive: true });
  });
  const plugInAgain = (): void => {
    emulator.plugIn(openPseudoTerminal({ link }));
  };
  return { emulator, path: link, reader: readerAt(link, finish), plugInAgain };
};

/** Follows a reader and gives each event of a kind as it comes. */
const follow = (reader: CardReader) => {
  const events = reader.events();
  const seen: CardEvent['type'][] = [];
  const next = async <T extends CardEvent['type']>(
    type: T,
  ): Promise<Extract<CardEvent, { type: T }>> => {
    for (;;) {
      const { value, done } = await events.next();
      if (done === true) throw new Error(`The reader ended before ${type}.`);
      seen.push(value.type);
      if (value.type === type) return value as Extract<CardEvent, { type: T }>;
    }
  };
  return { next, seen };
};

const expectCard = (
  expect: ExpectStatic,
  reading: { text: Uint8Array; photo: Uint8Array },
): void => {
  expect(reading.text).toEqual(card.text);
  expect(reading.photo).toEqual(photo);
};

const onUnix = describe.skipIf(process.platform === 'win32');

// Concurrent, because most of the time is spent waiting for readers that do not answer.
onUnix.concurrent('a CardReader on a real port with an emulated reader', () => {
  it.for(Object.values(sampleCards))(
    'reads all of a card of kind $kind',
    async (description, { expect, onTestFinished }) => {
      const additionalAddresses = ['测试路 1 号', '测试路 2 号'];
      const file = { ...description, additionalAddresses, fingerprints: 2 as const };
      const placed = makeCard(file, photo);
      const { reader } = connect(onTestFinished, { card: placed });
      const reading = await reader.readCard({ fingerprints: true, managementNumber: true });
      expect(reading.card).toEqual(parseIdCard(placed.text));
      expect(reading.card.kind).toBe(description.kind);
      expect(reading.photo).toEqual(photo);
      expect(reading.additionalAddresses).toEqual(additionalAddresses);
      expect(reading.fingerprints).toHaveLength(2);
      expect(reading.managementNumber?.text).toHaveLength(56);
      expect(reading.warnings).toEqual([]);
    },
  );

  it.for([
    ['in single bytes', ['fragment:1']],
    ['in chunks with pauses', ['fragment:100,1']],
    ['between noise', ['noise-before:60', 'noise-after:60']],
    ['in fragments between noise', ['fragment:9', 'noise-before:60', 'noise-after:60']],
    ['with noise on the quiet line behind them', ['noise-between:30,5']],
    ['twice each', ['glue']],
    ['late, but in time', ['late:30']],
    ['with the status words of the card', ['card-status:9804']],
    ['with numbers in find and select', ['card-numbers']],
    ['always with three lengths', ['six-byte-header']],
  ] as const)(
    'reads a card whose replies come %s',
    async ([, faults], { expect, onTestFinished }) => {
      const { reader, emulator } = connect(onTestFinished, { faults });
      expectCard(expect, await reader.readCard());
      expect(emulator.counters.faults).toBeGreaterThan(0);
    },
  );

  it.for([
    'silence@find-card#1',
    'silence@select-card#1',
    'silence@read-base-info#1',
    'silence#3',
    'late:1500@select-card#1',
    'late:4000@read-base-info#1',
    'previous-reply@select-card#1',
    'previous-reply@read-base-info#1',
    'bad-checksum@find-card#1',
    'bad-checksum@read-base-info#1',
    'wrong-length:5@read-base-info#1',
    'wrong-length:-5@read-base-info#1',
    'wrong-length:2000@select-card#1',
    'damaged-preamble@read-base-info#1',
    'truncate:6@select-card#1',
    'truncate:700@read-base-info#1',
    'card-lifted@read-additional-address#1',
    'status:80@find-card#1',
    'status:81@select-card#1',
    'status:41@read-base-info#1',
    'status:41@read-base-info#2',
    'status:33@read-base-info#1',
    'false-photo-length@read-base-info#1',
    'glue@find-card#1',
  ])('reads the card in spite of %s', async (fault, { expect, onTestFinished }) => {
    const { reader, emulator } = connect(onTestFinished, { faults: [fault] });
    expectCard(expect, await reader.readCard());
    expect(emulator.counters.faults).toBeGreaterThan(0);
  });

  const whenReading = (sw3: number): EmulatorScript => ({
    faults: [{ name: 'status', values: [sw3], command: 'read-base-info' }],
  });
  const statuses = Object.values(statusCatalogue);
  const notGood: readonly StatusGroup[] = [
    'retry-after-re-placing',
    'wrong-card',
    'our-bug',
    'line-fault',
  ];

  it.for(statuses.filter(({ group }) => notGood.includes(group)))(
    'says why when every reading ends with SW3 $sw3',
    async ({ sw3 }, { expect, onTestFinished }) => {
      const { reader } = connect(onTestFinished, whenReading(sw3));
      await expect(reader.readCard()).rejects.toMatchObject({ code: statusName(sw3) });
    },
  );

  it.for(statuses.filter(({ group }) => group === 'reader-broken'))(
    'takes the reader for lost when a reading ends with SW3 $sw3',
    async ({ sw3 }, { expect, onTestFinished }) => {
      const { reader } = connect(onTestFinished, whenReading(sw3));
      const { next } = follow(reader);
      expect((await next('reader-lost')).error.code).toBe(statusName(sw3));
    },
  );

  it('keeps the text of a card whose photo has a wrong length', async ({
    expect,
    onTestFinished,
  }) => {
    const { reader } = connect(onTestFinished, { faults: ['photo-length:900'] });
    const reading = await reader.readCard();
    expect(reading.text).toEqual(card.text);
    expect(reading.photo).toHaveLength(900);
    expect(reading.photoProblem).toMatchObject({ code: 'reader.wrong-photo-size' });
  });

  it('tells a card that was lifted between select and read', async ({ expect, onTestFinished }) => {
    const { reader, emulator } = connect(onTestFinished, { faults: ['card-lifted#1'] });
    await expect(reader.readCard()).rejects.toMatchObject({ code: 'reader.card-lifted' });
    emulator.placeCard(card);
    expectCard(expect, await reader.readCard());
  });

  it('tells a card that was read and not lifted from one that is not there', async ({
    expect,
    onTestFinished,
  }) => {
    const { reader, emulator } = connect(onTestFinished);
    await reader.readCard();
    const again = reader.readCard({ timeout: 1500 });
    await expect(again).rejects.toMatchObject({ code: 'reader.card-not-lifted' });
    emulator.liftCard();
    const gone = reader.readCard({ timeout: 1500 });
    await expect(gone).rejects.toMatchObject({ code: 'reader.no-card-in-time' });
    emulator.placeCard(card);
    expectCard(expect, await reader.readCard());
  });

  it('sees cards come and go', async ({ expect, onTestFinished }) => {
    const { reader, emulator } = connect(onTestFinished);
    const { next, seen } = follow(reader);
    await next('read');
    emulator.liftCard();
    await next('removed');
    emulator.placeCard(makeCard(sampleCards['foreigner-2023'], photo));
    const { reading } = await next('read');
    expect(reading.card.kind).toBe('foreigner-2023');
    expect(seen).toEqual(['arrived', 'read', 'removed', 'arrived', 'read']);
  });

  it('recovers when the reader is unplugged and plugged in again', async ({
    expect,
    onTestFinished,
  }) => {
    const { reader, emulator, plugInAgain } = connect(onTestFinished);
    const { next, seen } = follow(reader);
    await next('read');
    await emulator.unplug();
    const { error } = await next('reader-lost');
    expect(error.code).toBe('reader.unplugged');
    plugInAgain();
    await next('reader-recovered');
    // The card lay there all the time: the same guest is not checked in twice.
    await next('already-read');
    expect(seen.filter((type) => type === 'read')).toHaveLength(1);
    expect(reader.state).toBe('ready');
    emulator.liftCard();
    await next('removed');
    emulator.placeCard(makeCard(sampleCards.resident, photo));
    expectCard(expect, (await next('read')).reading);
  });

  it.for([
    'unplug@read-base-info#1',
    'unplug@find-card#1',
    'unplug-mid-frame:700@read-base-info#1',
  ])(
    'recovers from %s when the reader is plugged in again',
    async (fault, { expect, onTestFinished }) => {
      const { reader, emulator, plugInAgain } = connect(onTestFinished, { faults: [fault] });
      const { next } = follow(reader);
      await next('reader-lost');
      expect(emulator.pluggedIn).toBe(false);
      plugInAgain();
      await next('reader-recovered');
      expectCard(expect, (await next('read')).reading);
    },
  );

  it('waits for a reader that is not plugged in yet', async ({ expect, onTestFinished }) => {
    const { reader, emulator, plugInAgain } = connect(onTestFinished);
    await emulator.unplug();
    const { next } = follow(reader);
    expect((await next('reader-lost')).error.code).toBe('reader.port-not-found');
    plugInAgain();
    expectCard(expect, (await next('read')).reading);
  });

  it('is told that a reader with a broken security module is of no use', async ({
    expect,
    onTestFinished,
  }) => {
    const { reader } = connect(onTestFinished, { faults: ['status:60'] });
    await expect(reader.open()).rejects.toMatchObject({ code: 'sam.self-test-failed' });
  });

  it('is told that nothing answers', async ({ expect, onTestFinished }) => {
    const { reader } = connect(onTestFinished, { faults: ['silence'] });
    await expect(reader.open()).rejects.toMatchObject({ code: 'reader.silent' });
  });

  it('is discovered at its own speed', async ({ expect, onTestFinished }) => {
    const { path } = connect(onTestFinished, { speed: 9600 });
    const found = await discoverReader({ paths: [path], speeds: [115_200, 9600] });
    expect(found).toEqual({ path, baudRate: 9600, samId: '05.03-20200102-0001234567-0890123456' });
  });

  it('changes its speed and is read at the new one', async ({ expect, onTestFinished }) => {
    const { reader, emulator } = connect(onTestFinished);
    await reader.open();
    await reader.setSpeed(19_200);
    expect(emulator.speed).toBe(19_200);
    expectCard(expect, await reader.readCard());
    expect(emulator.counters.deafBytes).toBe(0);
  });
});

describe('a CardReader on a mock port with an emulated reader', () => {
  it('reads a card and notices when the reader is unplugged', async ({
    expect,
    onTestFinished,
  }) => {
    const { link, binding } = createMockPortLink(SerialPortMock.binding, 'COM99');
    const emulator = new ReaderEmulator(link, { card });
    const openChannel = makeSerialOpener({
      createPort: (settings) => {
        const options = { ...settings, binding, autoOpen: false };
        return new SerialPortMock(options);
      },
    });
    const { next } = follow(readerAt('COM99', onTestFinished, { openChannel }));
    expectCard(expect, (await next('read')).reading);
    await emulator.unplug();
    expect((await next('reader-lost')).error.code).toBe('reader.unplugged');
  });
});
