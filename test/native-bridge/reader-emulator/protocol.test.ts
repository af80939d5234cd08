import { describe, expect, it } from 'vitest';
import { setMaxRfBytes, setSpeed, speeds } from '../../../main/card/commands.ts';
import { encodeFrame } from '../../../main/card/frame.ts';
import { parseCardDescription } from '../../../native-bridge/reader-emulator/card-description.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import {
  ReaderEmulator,
  type EmulatorScript,
} from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { MemoryLink } from './memory-link.ts';
import { bytesOf, dump, frames, requestFor, requests } from './requests.ts';

const card = makeCard(sampleCards.resident);

const start = (script: EmulatorScript = {}): { link: MemoryLink; emulator: ReaderEmulator } => {
  const link = new MemoryLink();
  return { link, emulator: new ReaderEmulator(link, script) };
};
const answer = async (link: MemoryLink, request: Uint8Array): Promise<string> =>
  dump(await link.exchange(request));
const findAndSelect = async (link: MemoryLink): Promise<void> => {
  await link.exchange(requests.find);
  await link.exchange(requests.select);
};
const sw3 = (frame: Uint8Array): number | undefined => frame[9];

describe('an emulated reader, byte for byte (reader protocol §1.3 to §1.5)', () => {
  it.each([
    ['reset', 'AA AA AA 96 69 00 03 10 FF EC'],
    ['status', 'AA AA AA 96 69 00 03 11 FF ED'],
    ['set speed 115200', 'AA AA AA 96 69 00 03 60 00 63'],
    ['set speed 57600', 'AA AA AA 96 69 00 03 60 01 62'],
    ['set speed 38400', 'AA AA AA 96 69 00 03 60 02 61'],
    ['set speed 19200', 'AA AA AA 96 69 00 03 60 03 60'],
    ['set speed 9600', 'AA AA AA 96 69 00 03 60 04 67'],
    ['set max RF bytes 80', 'AA AA AA 96 69 00 04 61 FF 50 CA'],
    ['set max RF bytes 88', 'AA AA AA 96 69 00 04 61 FF 58 C2'],
  ])('answers %s with the generic OK', async (_, request) => {
    const { link } = start();
    expect(await answer(link, bytesOf(request))).toBe(frames.ok);
  });

  it('tells its SAM id as in the worked example', async () => {
    const { link } = start({ samId: '05.03-20200102-0001234567-0890123456' });
    expect(await answer(link, bytesOf('AA AA AA 96 69 00 03 12 FF EE'))).toBe(
      'AA AA AA 96 69 00 14 00 00 90 05 00 03 00 A6 3A 34 01 87 D6 12 00 C0 34 0E 35 A7',
    );
  });

  it('finds, selects and reads a card', async () => {
    const { link } = start({ card });
    expect(await answer(link, bytesOf('AA AA AA 96 69 00 03 20 01 22'))).toBe(frames.found);
    expect(await answer(link, bytesOf('AA AA AA 96 69 00 03 20 02 21'))).toBe(frames.selected);
    const read = await link.exchange(bytesOf('AA AA AA 96 69 00 03 30 01 32'));
    expect(dump(read.subarray(0, 14))).toBe('AA AA AA 96 69 05 08 00 00 90 01 00 04 00');
    expect(read.subarray(14, 270)).toEqual(card.text);
    expect(read.subarray(270, 1294)).toEqual(card.photo);
    expect(read).toHaveLength(1295);
  });

  it.each([
    [0, 1297, '05 0A', '00 00'],
    [1, 1809, '07 0A', '02 00'],
    [2, 2321, '09 0A', '04 00'],
  ] as const)(
    'sends %i fingerprints in a frame of %i bytes when asked',
    async (fingerprints, size, length, printLength) => {
      const printed = makeCard({ ...sampleCards.resident, fingerprints });
      const { link } = start({ card: printed });
      await findAndSelect(link);
      const read = await link.exchange(bytesOf('AA AA AA 96 69 00 03 30 10 23'));
      expect(dump(read.subarray(0, 16))).toBe(
        `AA AA AA 96 69 ${length} 00 00 90 01 00 04 00 ${printLength}`,
      );
      expect(read).toHaveLength(size);
      expect(read.subarray(1296, -1)).toEqual(new Uint8Array(printed.fingerprints));
    },
  );

  it('sends no fingerprints unless asked', async () => {
    const { link } = start({ card: makeCard({ ...sampleCards.resident, fingerprints: 2 }) });
    await findAndSelect(link);
    expect(await link.exchange(requests.read)).toHaveLength(1295);
  });

  it('says that a card has no additional address', async () => {
    const { link } = start({ card });
    await findAndSelect(link);
    expect(await answer(link, bytesOf('AA AA AA 96 69 00 03 30 03 30'))).toBe(frames.nothingThere);
  });

  it('sends each additional address in 70 bytes', async () => {
    const additionalAddresses = ['测试路 1 号', '测试路 2 号'];
    const { link } = start({ card: makeCard({ ...sampleCards.resident, additionalAddresses }) });
    await findAndSelect(link);
    const reply = await link.exchange(requests.address);
    expect(Buffer.from(reply.subarray(10, -1)).toString('utf16le')).toBe(
      additionalAddresses.map((address) => address.padEnd(35)).join(''),
    );
  });

  it('sends the management number of the card in 28 bytes', async () => {
    const managementNumber = '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c';
    const file = { ...sampleCards.resident, managementNumber };
    const { link } = start({ card: makeCard(parseCardDescription(file)) });
    await findAndSelect(link);
    const reply = await answer(link, bytesOf('AA AA AA 96 69 00 03 30 05 36'));
    expect(reply).toMatch(/^AA AA AA 96 69 00 20 00 00 90 01 02 03 .* 1B 1C ..$/);
  });
});

describe('what an emulated reader refuses', () => {
  it('answers 21 to a command it does not know', async () => {
    const { link } = start();
    expect(sw3(await link.exchange(encodeFrame(Uint8Array.of(0x20, 0x00))))).toBe(0x21);
  });

  it('answers 21 to an RF size out of range', async () => {
    const { link } = start();
    expect(sw3(await link.exchange(encodeFrame(Uint8Array.of(0x61, 0xff, 23))))).toBe(0x21);
    expect(sw3(await link.exchange(requestFor(setMaxRfBytes(24))))).toBe(0x90);
  });

  it('answers 10 to a wrong checksum', async () => {
    const { link, emulator } = start();
    expect(await answer(link, requests.find.with(-1, 0x21))).toBe(
      'AA AA AA 96 69 00 04 00 00 10 14',
    );
    expect(emulator.counters.badChecksums).toBe(1);
  });

  it('answers 11 to data where none belongs, and to none where it belongs', async () => {
    const { link } = start();
    expect(sw3(await link.exchange(encodeFrame(Uint8Array.of(0x20, 0x01, 0))))).toBe(0x11);
    expect(sw3(await link.exchange(encodeFrame(Uint8Array.of(0x61, 0xff))))).toBe(0x11);
  });

  it('answers 11 to a length no frame can have', async () => {
    const { link, emulator } = start();
    expect(sw3(await link.exchange(bytesOf('AA AA AA 96 69 FF FF 20 01 22')))).toBe(0x11);
    expect(emulator.counters.badLengths).toBe(1);
  });

  it('answers 11 when a request breaks off, and hears the next one', async () => {
    const { link } = start();
    link.request(bytesOf('AA AA AA 96 69 00 03 20'));
    await link.pieces(1);
    expect(sw3(link.sent[0]!)).toBe(0x11);
    expect(await answer(link, requests.status)).toBe(frames.ok);
  });

  it('hears a request in single bytes, behind noise, and two in one piece', async () => {
    const { link } = start();
    for (const byte of requests.status) link.request(Uint8Array.of(byte));
    await link.pieces(1);
    await link.exchange(Uint8Array.of(0, 0xaa, 0x96, ...requests.status, ...requests.status));
    expect(link.sent.map(dump)).toEqual([frames.ok, frames.ok, frames.ok]);
  });
});

describe('the field of an emulated reader (reader protocol §3.2)', () => {
  it('finds nothing when no card lies there', async () => {
    const { link } = start();
    expect(await answer(link, requests.find)).toBe(frames.notFound);
    expect(await answer(link, requests.select)).toBe(frames.selectFailed);
    expect(await answer(link, requests.read)).toBe(frames.readFailed);
  });

  it('does not select what was not found nor read what was not selected', async () => {
    const { link } = start({ card });
    expect(await answer(link, requests.select)).toBe(frames.selectFailed);
    expect(await answer(link, requests.read)).toBe(frames.readFailed);
    await link.exchange(requests.find);
    expect(await answer(link, requests.read)).toBe(frames.readFailed);
    expect(await answer(link, requests.managementNumber)).toBe(frames.readFailed);
  });

  it('does not find a card again that was read and not lifted', async () => {
    const { link, emulator } = start({ card });
    await findAndSelect(link);
    await link.exchange(requests.read);
    expect(await answer(link, requests.find)).toBe(frames.notFound);
    emulator.liftCard();
    expect(await answer(link, requests.find)).toBe(frames.notFound);
    emulator.placeCard(card);
    expect(await answer(link, requests.find)).toBe(frames.found);
    expect(emulator.counters.reads).toBe(1);
  });

  it('finds a card again that was selected but not read', async () => {
    const { link } = start({ card });
    await findAndSelect(link);
    await link.exchange(requests.managementNumber);
    expect(await answer(link, requests.find)).toBe(frames.found);
  });

  it('reads a card again that lies there selected, whatever find says', async () => {
    const { link } = start({ card });
    await findAndSelect(link);
    await link.exchange(requests.read);
    await link.exchange(requests.find);
    expect(await link.exchange(requests.read)).toHaveLength(1295);
  });

  it('finds a card that was read after a reset of the security module', async () => {
    const { link } = start({ card });
    await findAndSelect(link);
    await link.exchange(requests.read);
    await link.exchange(requests.reset);
    expect(await answer(link, requests.find)).toBe(frames.found);
  });

  it('shows by 30 03 and 30 05 whether a card that was read still lies there', async () => {
    const { link, emulator } = start({ card });
    await findAndSelect(link);
    await link.exchange(requests.read);
    expect(await answer(link, requests.address)).toBe(frames.nothingThere);
    expect(sw3(await link.exchange(requests.managementNumber))).toBe(0x90);
    emulator.liftCard();
    expect(await answer(link, requests.address)).toBe(frames.readFailed);
    expect(await answer(link, requests.managementNumber)).toBe(frames.readFailed);
  });
});

describe('the speed of an emulated reader (reader protocol §1.1)', () => {
  it('is deaf to a program that uses another', async () => {
    const { link, emulator } = start({ speed: 19_200 });
    link.speed = 115_200;
    expect(await answer(link, requests.status)).toBe('');
    expect(emulator.counters.deafBytes).toBe(requests.status.length);
    link.speed = 19_200;
    expect(await answer(link, requests.status)).toBe(frames.ok);
  });

  it.each(speeds)(
    'answers "set speed %i" at the old speed, then listens at the new one',
    async (speed) => {
      const { link, emulator } = start({ speed: 9600 });
      link.speed = 9600;
      expect(await answer(link, requestFor(setSpeed(speed)))).toBe(frames.ok);
      expect(emulator.speed).toBe(speed);
      expect(await answer(link, requests.status)).toBe(speed === 9600 ? frames.ok : '');
    },
  );

  it('outlives a power cycle', async () => {
    const { link, emulator } = start();
    await link.exchange(requestFor(setSpeed(9600)));
    await emulator.unplug();
    emulator.plugIn(new MemoryLink());
    expect(emulator.speed).toBe(9600);
  });
});
