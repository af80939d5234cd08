import { describe, expect, it } from 'vitest';
import { FrameParser } from '../../../main/card/frame-parser.ts';
import { xorOf } from '../../../main/card/frame.ts';
import { statusCatalogue } from '../../../main/card/status.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { faultNames } from '../../../native-bridge/reader-emulator/fault-catalogue.ts';
import type { Fault } from '../../../native-bridge/reader-emulator/fault.ts';
import { ReaderEmulator } from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { commandNames } from '../../../native-bridge/reader-emulator/request.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { undecodablePhoto } from '../../../native-bridge/reader-emulator/undecodable-photo.ts';
import { MemoryLink } from './memory-link.ts';
import { bytesOf, dump, frames, requests } from './requests.ts';

const card = makeCard(sampleCards.resident, new Uint8Array(1024).fill(7));

/** A reader with a card that was selected, and then these faults. */
const withFaults = async (
  ...faults: (string | Fault)[]
): Promise<{ link: MemoryLink; emulator: ReaderEmulator }> => {
  const link = new MemoryLink();
  const emulator = new ReaderEmulator(link, { card });
  await link.exchange(requests.find);
  await link.exchange(requests.select);
  link.sent.length = 0;
  for (const fault of faults) emulator.addFault(fault);
  return { link, emulator };
};
const answer = async (link: MemoryLink, request: Uint8Array): Promise<string> =>
  dump(await link.exchange(request));
const undisturbedAnswer = async (request: Uint8Array): Promise<Uint8Array> => {
  const link = new MemoryLink();
  new ReaderEmulator(link, { card });
  return link.exchange(request);
};
const payloadOf = (frame: Uint8Array): Uint8Array => frame.subarray(10, -1);
/** The frames a host makes out of what the reader sent. */
const heard = (link: MemoryLink): string[] =>
  new FrameParser().push(new Uint8Array(Buffer.concat(link.sent))).map(dump);
const okBody = '00 00 90';

describe('faults on the wire', () => {
  it('card-lifted: the card goes between select and read', async () => {
    const { link, emulator } = await withFaults('card-lifted');
    expect(await answer(link, requests.status)).toBe(frames.ok);
    expect(await answer(link, requests.read)).toBe(frames.readFailed);
    expect(await answer(link, requests.find)).toBe(frames.notFound);
    emulator.placeCard(card);
    expect(await answer(link, requests.find)).toBe(frames.found);
  });

  it('unplug: nothing is sent any more, and the wire is gone', async () => {
    const { link, emulator } = await withFaults('unplug@read-base-info');
    expect(await answer(link, requests.status)).toBe(frames.ok);
    expect(await answer(link, requests.read)).toBe('');
    expect(link.closed).toBe(true);
    expect(emulator.pluggedIn).toBe(false);
  });

  it('silence: a command is neither answered nor carried out', async () => {
    const { link } = await withFaults('silence@read-base-info#1');
    expect(await answer(link, requests.read)).toBe('');
    expect(await answer(link, requests.find)).toBe(frames.found);
  });

  it('silence: for a number of commands', async () => {
    const { link } = await withFaults('silence#3');
    expect(await answer(link, requests.status)).toBe('');
    expect(await answer(link, requests.samId)).toBe('');
    expect(await answer(link, requests.find)).toBe('');
    expect(await answer(link, requests.status)).toBe(frames.ok);
  });

  const statuses = Object.values(statusCatalogue).map(({ sw3 }) => sw3);
  it.each(statuses)('status: SW3 %i for any command, without carrying it out', async (sw3) => {
    const digits = sw3.toString(16).toUpperCase().padStart(2, '0');
    const { link } = await withFaults(`status:${digits}`);
    for (const request of Object.values(requests)) {
      const frame = await link.exchange(request);
      expect(dump(frame.subarray(0, 10))).toBe(`AA AA AA 96 69 00 04 00 00 ${digits}`);
      expect(xorOf(frame.subarray(5))).toBe(0);
    }
  });

  it.each(commandNames)('status: strikes %s and no other command', async (command) => {
    const { link, emulator } = await withFaults({ name: 'status', values: [0x24], command });
    for (const request of Object.values(requests)) await link.exchange(request);
    const struck = emulator.log.filter((name) => name === command).length;
    expect(heard(link).filter((body) => body === '00 00 24')).toHaveLength(
      emulator.counters.faults,
    );
    // Two commands were sent before the fault was added.
    const before = ['find-card', 'select-card'].includes(command) ? 1 : 0;
    expect(emulator.counters.faults).toBe(struck - before);
  });

  it('six-byte-header: an ordinary card comes in 1297 bytes', async () => {
    const { link } = await withFaults('six-byte-header');
    const frame = await link.exchange(requests.read);
    expect(frame).toHaveLength(1297);
    expect(dump(payloadOf(frame).subarray(0, 6))).toBe('01 00 04 00 00 00');
    expect(payloadOf(frame).subarray(6, 262)).toEqual(card.text);
  });

  it.each([
    [1000, '03 E8'],
    [1100, '04 4C'],
    [0, '00 00'],
  ])('photo-length: the photo has %i bytes and the header says so', async (bytes, length) => {
    const { link } = await withFaults(`photo-length:${bytes}`);
    const payload = payloadOf(await link.exchange(requests.read));
    expect(dump(payload.subarray(0, 4))).toBe(`01 00 ${length}`);
    expect(payload).toHaveLength(260 + bytes);
    expect(payload.subarray(260, 1260)).toEqual(card.photo.subarray(0, Math.min(1000, bytes)));
  });

  it('false-photo-length: the header lies about the photo', async () => {
    const { link } = await withFaults('false-photo-length:999');
    const payload = payloadOf(await link.exchange(requests.read));
    expect(dump(payload.subarray(0, 4))).toBe('01 00 03 E7');
    expect(payload).toHaveLength(260 + 1024);
  });

  it('undecodable-photo: the header of a real photo and zeros', async () => {
    const { link } = await withFaults('undecodable-photo');
    const photo = payloadOf(await link.exchange(requests.read)).subarray(260);
    expect(photo).toEqual(undecodablePhoto());
    expect(dump(photo.subarray(0, 11))).toBe('57 4C 66 00 7E 00 32 00 00 FF 85');
    expect(photo.subarray(11).every((byte) => byte === 0)).toBe(true);
  });

  it('card-status: SW1 and SW2 are not zero, SW3 and data are as ever', async () => {
    const { link } = await withFaults('card-status:9804');
    expect(await answer(link, requests.status)).toBe('AA AA AA 96 69 00 04 98 04 90 08');
    expect(payloadOf(await link.exchange(requests.read))).toHaveLength(1284);
  });

  it('card-numbers: find and select tell numbers instead of zeros', async () => {
    const { link } = await withFaults('card-numbers');
    expect(dump(payloadOf(await link.exchange(requests.find)))).toBe('01 02 03 04');
    expect(dump(payloadOf(await link.exchange(requests.select)))).toBe('05 06 07 08 09 0A 0B 0C');
    expect(await answer(link, requests.status)).toBe(frames.ok);
  });

  it('previous-reply: each answer is the one to the command before', async () => {
    const { link } = await withFaults('previous-reply');
    expect(await answer(link, requests.find)).toBe(frames.selected);
    expect(await answer(link, requests.status)).toBe(frames.found);
    expect(await answer(link, requests.select)).toBe(frames.ok);
  });

  it('previous-reply: there is none to the very first command', async () => {
    const link = new MemoryLink();
    new ReaderEmulator(link, { faults: ['previous-reply'] });
    expect(await answer(link, requests.status)).toBe('');
  });

  it('bad-checksum: only the last byte is wrong', async () => {
    const { link } = await withFaults('bad-checksum#1');
    expect(await answer(link, requests.status)).toBe('AA AA AA 96 69 00 04 00 00 90 6B');
    expect(await answer(link, requests.status)).toBe(frames.ok);
  });

  it.each([
    ['wrong-length', 'AA AA AA 96 69 00 09 00 00 90 94'],
    ['wrong-length:-2', 'AA AA AA 96 69 00 02 00 00 90 94'],
    ['wrong-length:-100', 'AA AA AA 96 69 00 00 00 00 90 94'],
  ])('%s: LEN is not what comes', async (fault, frame) => {
    const { link } = await withFaults(fault);
    expect(await answer(link, requests.status)).toBe(frame);
  });

  it('damaged-preamble: a zero stands inside it', async () => {
    const { link } = await withFaults('damaged-preamble');
    expect(await answer(link, requests.status)).toBe('AA 00 AA AA 96 69 00 04 00 00 90 94');
  });

  it('truncate: the reply breaks off', async () => {
    const { link } = await withFaults('truncate:6');
    expect(await answer(link, requests.status)).toBe('AA AA AA 96 69 00');
  });

  it('glue: the reply comes twice in one piece', async () => {
    const { link } = await withFaults('glue');
    expect(await answer(link, requests.status)).toBe(`${frames.ok} ${frames.ok}`);
    expect(link.sent).toHaveLength(1);
  });

  it('noise-before: so many bytes of it, and the whole reply behind', async () => {
    const { link } = await withFaults('noise-before:40');
    const bytes = await link.exchange(requests.status);
    expect(bytes).toHaveLength(40 + 11);
    expect(dump(bytes.subarray(40))).toBe(frames.ok);
    expect(heard(link)).toEqual([okBody]);
  });

  it('noise-after: the whole reply, and so many bytes of it behind', async () => {
    const { link } = await withFaults('noise-after:40');
    const bytes = await link.exchange(requests.status);
    expect(bytes).toHaveLength(40 + 11);
    expect(dump(bytes.subarray(0, 11))).toBe(frames.ok);
  });

  it('noise-between: it comes by itself, after the reply', async () => {
    const { link } = await withFaults('noise-between:5,1');
    link.request(requests.status);
    const [reply, noise] = await link.pieces(2);
    expect(dump(reply!)).toBe(frames.ok);
    expect(noise).toHaveLength(5);
  });

  it('noise never hides a reply, whatever its bytes', async () => {
    const { link } = await withFaults('noise-before:4096', 'noise-after:1000');
    for (let round = 0; round < 30; round += 1) await link.exchange(requests.status);
    expect(heard(link)).toEqual(Array.from({ length: 30 }, () => okBody));
  });

  it('late: a reply comes in the end, and one after the other', async () => {
    const { link } = await withFaults('late:20#1');
    expect(await answer(link, requests.status)).toBe('');
    link.request(requests.find);
    const [first, second] = await link.pieces(2);
    expect([dump(first!), dump(second!)]).toEqual([frames.ok, frames.found]);
  });

  it('fragment: one byte at a time', async () => {
    const { link } = await withFaults('fragment');
    link.request(requests.read);
    const pieces = await link.pieces(1295);
    expect(pieces.every((piece) => piece.length === 1)).toBe(true);
    expect(heard(link)).toHaveLength(1);
  });

  it('fragment: in chunks with pauses', async () => {
    const { link } = await withFaults('fragment:500,1');
    link.request(requests.read);
    const pieces = await link.pieces(3);
    expect(pieces.map(({ length }) => length)).toEqual([500, 500, 295]);
  });

  it('unplug-mid-frame: the first bytes come, then the wire is gone', async () => {
    const { link, emulator } = await withFaults('unplug-mid-frame:700');
    expect(await link.exchange(requests.read)).toHaveLength(700);
    expect(link.closed).toBe(true);
    expect(emulator.pluggedIn).toBe(false);
  });

  it('can strike together: noise around a damaged reply in fragments, then the next one good', async () => {
    const { link } = await withFaults(
      'fragment:3',
      'noise-after:10',
      'bad-checksum#1',
      'noise-before:10',
    );
    link.request(requests.status);
    await link.pieces(11);
    expect(Buffer.concat(link.sent)).toHaveLength(31);
    expect(dump(Buffer.concat(link.sent).subarray(10, 21))).toBe(
      'AA AA AA 96 69 00 04 00 00 90 6B',
    );
    link.request(requests.status);
    await link.pieces(22);
    expect(heard(link)).toEqual([okBody]);
  });

  it('let commands pass before they strike, and stop when their times are over', async () => {
    const { link } = await withFaults('status:41@sam-status+2#1');
    const answers: string[] = [];
    for (let round = 0; round < 4; round += 1) answers.push(await answer(link, requests.status));
    expect(answers).toEqual([frames.ok, frames.ok, frames.readFailed, frames.ok]);
  });

  it('can be taken back', async () => {
    const { link, emulator } = await withFaults();
    const takeBack = emulator.addFault('silence');
    expect(await answer(link, requests.status)).toBe('');
    takeBack();
    expect(await answer(link, requests.status)).toBe(frames.ok);
  });

  it('strike a request that is not understood only when they strike all', async () => {
    const { link } = await withFaults('status:66', 'bad-checksum@sam-status');
    const unknown = bytesOf('AA AA AA 96 69 00 03 01 FF FD');
    expect(await answer(link, unknown)).toBe('AA AA AA 96 69 00 04 00 00 66 62');
  });

  it.each(faultNames)('%s leaves later commands alone when it struck once', async (name) => {
    const { link, emulator } = await withFaults({
      name,
      times: 1,
      command: 'sam-status',
      ...(name === 'status' && { values: [0x41] }),
      ...(name === 'late' && { values: [0] }),
      ...(name === 'noise-between' && { values: [3, 0] }),
    });
    await link.exchange(requests.status);
    if (!emulator.pluggedIn) emulator.plugIn(link);
    const samId = await undisturbedAnswer(requests.samId);
    link.request(requests.samId);
    await expect(link.until(samId)).resolves.toBeUndefined();
    expect(emulator.counters.faults).toBe(1);
  });
});
