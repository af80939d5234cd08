import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as commands from '../../../main/card/commands.ts';
import { Link } from '../../../main/card/link.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import * as faults from './faults.ts';
import { hex } from './hex.ts';
import { failure, run } from './run.ts';
import { ScriptedReader } from './scripted-reader.ts';

const openLink = async (
  reader: ScriptedReader,
  baudRate = 115_200,
  onDiscard?: () => void,
): Promise<Link> => new Link(await reader.openChannel({ path: 'COM7', baudRate }), onDiscard);

describe('Link', () => {
  let reader: ScriptedReader;
  let link: Link;

  beforeEach(async () => {
    vi.useFakeTimers();
    reader = new ScriptedReader();
    link = await openLink(reader);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives the data of a reply', async () => {
    expect(await run(link.execute(commands.readSamId))).toHaveLength(16);
  });

  it('decides on SW3 alone: SW1 and SW2 may be anything', async () => {
    reader.next('11 ff', faults.instead('67 00 90'));
    await run(link.execute(commands.samStatus));
  });

  it('accepts any data in the replies of find and select', async () => {
    reader.next('20 01', faults.instead('00 00 9F 12 34 56 78'));
    reader.next('20 02', faults.instead('00 00 90 01 02 03 04 05 06 07 08'));
    await run(link.execute(commands.findCard));
    await run(link.execute(commands.selectCard));
  });

  it('turns every other SW3 into a typed error', async () => {
    reader.statuses.set('11 ff', 0x60);
    expect(await failure(link.execute(commands.samStatus))).toMatchObject({
      code: 'sam.self-test-failed',
      data: { status: '60', command: 'sam-status' },
    });
  });

  it('keeps the number of an SW3 nobody describes', async () => {
    reader.statuses.set('11 ff', 0x42);
    expect(await failure(link.execute(commands.samStatus))).toMatchObject({
      code: 'reader.unknown-status',
      data: { status: '42' },
    });
  });

  it('bad checksum: ends half a second after the last byte, not at the time-out', async () => {
    reader.place();
    await run(link.execute(commands.findCard));
    await run(link.execute(commands.selectCard));
    reader.next('30 01', faults.badChecksum);
    const started = Date.now();
    expect(await failure(link.execute(commands.readBaseInfo))).toMatchObject({
      code: 'reader.damaged-reply',
    });
    expect(Date.now() - started).toBeLessThan(commands.readBaseInfo.timeout);
    expect(link.counters).toMatchObject({ badChecksums: 1, badReplies: 1, timeouts: 0 });
  });

  it('wrong length, too large: the reply counts as broken off', async () => {
    reader.next('12 ff', faults.wrongLength(40));
    expect(await failure(link.execute(commands.readSamId))).toMatchObject({
      code: 'reader.incomplete-reply',
    });
    await run(link.execute(commands.readSamId));
  });

  it('wrong length, impossible: the reply counts as damaged', async () => {
    reader.next('12 ff', faults.wrongLength(0x7000));
    expect(await failure(link.execute(commands.readSamId))).toMatchObject({
      code: 'reader.damaged-reply',
    });
    expect(link.counters.badLengths).toBe(1);
  });

  it('truncated: ends with a typed error, and the next command works', async () => {
    reader.next('12 ff', faults.truncated(15));
    expect(await failure(link.execute(commands.readSamId))).toMatchObject({
      code: 'reader.incomplete-reply',
    });
    expect(await run(link.execute(commands.readSamId))).toHaveLength(16);
    expect(link.counters.abandoned).toBe(1);
  });

  it('garbage before header: the reply is found', async () => {
    const discarded = vi.fn();
    link = await openLink(reader, 115_200, discarded);
    reader.next('12 ff', faults.garbageBefore('00 FF AA AA 96 69 12'));
    expect(await run(link.execute(commands.readSamId))).toHaveLength(16);
    expect(link.counters.discardedBytes).toBe(7);
    expect(discarded).toHaveBeenCalledWith({ reason: 'noise', bytes: 7 });
  });

  it('a bogus header before the reply does not swallow it', async () => {
    reader.next('12 ff', faults.garbageBefore('AA AA AA 96 69 0F FF 12 34'));
    expect(await run(link.execute(commands.readSamId))).toHaveLength(16);
  });

  it('two frames glued: the one that fits is taken, the other counted', async () => {
    reader.next('12 ff', faults.gluedBehind('00 00 9F 00 00 00 00'));
    expect(await run(link.execute(commands.readSamId))).toHaveLength(16);
    expect(link.counters.lateReplies).toBe(1);
  });

  it('one byte at a time', async () => {
    reader.next('12 ff', faults.oneByteAtATime);
    expect(await run(link.execute(commands.readSamId))).toHaveLength(16);
    expect(link.counters.discardedBytes).toBe(0);
  });

  it('a stray 00 in the preamble: asks for a repetition without waiting out the time', async () => {
    reader.next('12 ff', faults.strayZero);
    const started = Date.now();
    expect(await failure(link.execute(commands.readSamId))).toMatchObject({
      code: 'reader.damaged-reply',
    });
    expect(Date.now() - started).toBeLessThan(commands.readSamId.timeout);
  });

  it('silence: ends with a time-out that names port, command and time', async () => {
    reader.next('11 ff', faults.silence);
    const started = Date.now();
    const error = await failure(link.execute(commands.samStatus));
    expect(error).toMatchObject({
      code: 'reader.silent',
      data: { port: 'COM7', command: 'sam-status' },
    });
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
    expect(link.counters.timeouts).toBe(1);
  });

  it("a time-out has the caller's stack", async () => {
    reader.silent = true;
    const askFromHere = (): Promise<Uint8Array> => link.execute(commands.samStatus);
    const error = (await failure(askFromHere())) as Error;
    expect(error.stack).toContain('askFromHere');
    expect(error.stack).toMatch(/^ReaderError: The device on COM7/);
  });

  it('late reply after timeout: is not taken for the answer to the next command', async () => {
    reader.place();
    reader.next('20 01', faults.late(1500));
    expect(await failure(link.execute(commands.findCard))).toMatchObject({ code: 'reader.silent' });
    reader.lift();
    const reply = run(link.request(commands.findCard));
    expect((await reply).sw3).toBe(0x80);
    expect(reader.log).toEqual(['20 01', '12 ff', '20 01']);
    expect(link.counters.resynchronisations).toBe(1);
  });

  it('late reply after timeout: the card of one guest is not delivered as that of the next', async () => {
    reader.place();
    await run(link.execute(commands.findCard));
    await run(link.execute(commands.selectCard));
    reader.next('30 01', faults.late(3300));
    expect(await failure(link.execute(commands.readBaseInfo))).toMatchObject({
      code: 'reader.silent',
    });
    reader.lift();
    // The reader answers in order: the id only after the late reading.
    reader.next('12 ff', faults.late(400));
    expect((await run(link.request(commands.readBaseInfo))).sw3).toBe(0x41);
    expect(link.counters.lateReplies).toBe(1);
  });

  it('late failure after timeout: does not pass for the answer that brings the link into step', async () => {
    reader.next('20 01', faults.late(1100));
    await failure(link.execute(commands.findCard));
    reader.next('12 ff', faults.late(200));
    await run(link.execute(commands.samStatus));
    expect(link.counters.lateReplies).toBe(1);
  });

  it('reader replies to previous command: the stray reply is passed over', async () => {
    reader.place();
    await run(link.execute(commands.findCard));
    reader.next('20 02', faults.gluedBehind('00 00 9F 00 00 00 00'));
    await run(link.execute(commands.selectCard));
    expect(link.counters.lateReplies).toBe(1);
  });

  it('reader replies to previous command and to nothing else: a typed error with the size', async () => {
    reader.next('20 02', faults.instead('00 00 90'));
    expect(await failure(link.execute(commands.selectCard))).toMatchObject({
      code: 'reader.unexpected-reply',
      data: { bytes: 0 },
    });
  });

  it('a broken module found while getting back into step is reported as such', async () => {
    reader.next('11 ff', faults.silence);
    await failure(link.execute(commands.samStatus));
    reader.statuses.set('12 ff', 0x60);
    expect(await failure(link.execute(commands.samStatus))).toMatchObject({
      code: 'sam.self-test-failed',
    });
  });

  it('a reset reaches a reader that has stopped answering', async () => {
    reader.next('11 ff', faults.silence);
    await failure(link.execute(commands.samStatus));
    await run(link.execute(commands.resetSam));
    expect(reader.log).toEqual(['11 ff', '10 ff']);
  });

  it('ignores the echo of its own request', async () => {
    reader.next('61 ff', faults.gluedBehind('61 FF 50'));
    await run(link.execute(commands.setMaxRfBytes(80)));
    expect(link.counters).toMatchObject({ lateReplies: 0, discardedBytes: 0 });
  });

  it('sends one command at a time, in order', async () => {
    reader.next('11 ff', faults.late(300));
    const all = Promise.all([
      link.execute(commands.samStatus),
      link.execute(commands.readSamId),
      link.execute(commands.setMaxRfBytes(80)),
    ]);
    await vi.advanceTimersByTimeAsync(200);
    expect(reader.log).toEqual(['11 ff']);
    await run(all);
    expect(reader.log).toEqual(['11 ff', '12 ff', '61 ff']);
  });

  it('a command that fails does not block those behind it', async () => {
    reader.next('11 ff', faults.silence);
    const first = failure(link.execute(commands.samStatus));
    const second = run(link.execute(commands.setMaxRfBytes(80)));
    expect(await first).toBeInstanceOf(ReaderError);
    await second;
  });

  it('unplug mid-frame: ends at once, and every later command too', async () => {
    reader.next('12 ff', faults.unplugMidFrame);
    const started = Date.now();
    expect(await failure(link.execute(commands.readSamId))).toMatchObject({
      code: 'reader.unplugged',
      data: { port: 'COM7' },
    });
    expect(Date.now() - started).toBeLessThan(100);
    expect(await failure(link.execute(commands.samStatus))).toMatchObject({
      code: 'reader.unplugged',
    });
  });

  it('closing ends the command that waits', async () => {
    reader.silent = true;
    const waiting = failure(link.execute(commands.samStatus));
    await vi.advanceTimersByTimeAsync(10);
    await link.close();
    expect(await waiting).toMatchObject({ code: 'reader.closed' });
  });

  it('closing ends the command that waits even when the port does not close', async () => {
    reader.silent = true;
    vi.spyOn(link.channel, 'close').mockReturnValue(new Promise(() => undefined));
    const waiting = failure(link.execute(commands.samStatus));
    await vi.advanceTimersByTimeAsync(10);
    void link.close();
    await vi.advanceTimersByTimeAsync(10);
    expect(await waiting).toMatchObject({ code: 'reader.closed' });
    expect(link.counters.timeouts).toBe(0);
  });

  it('a signal ends the command that waits, and the next one gets back into step first', async () => {
    reader.silent = true;
    const controller = new AbortController();
    const waiting = failure(link.execute(commands.samStatus, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort(new Error('the operator'));
    expect(await waiting).toMatchObject({
      code: 'reader.aborted',
      cause: { message: 'the operator' },
    });
    reader.silent = false;
    await run(link.execute(commands.samStatus));
    await run(link.execute(commands.samStatus));
    expect(reader.log).toEqual(['11 ff', '12 ff', '11 ff', '11 ff']);
  });

  it('half a reply that was cancelled does not delay the next command', async () => {
    reader.next('12 ff', faults.truncated(15));
    const controller = new AbortController();
    const waiting = failure(link.execute(commands.readSamId, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    await waiting;
    await run(link.execute(commands.readSamId));
    expect(link.counters).toMatchObject({ badChecksums: 0, abandoned: 0 });
  });

  it('a driver that never takes the bytes ends in a time-out', async () => {
    vi.spyOn(link.channel, 'write').mockReturnValue(new Promise(() => undefined));
    expect(await failure(link.execute(commands.samStatus))).toMatchObject({
      code: 'reader.silent',
    });
  });

  it('a driver that never flushes ends in a time-out', async () => {
    vi.spyOn(link.channel, 'flush').mockReturnValue(new Promise(() => undefined));
    expect(await failure(link.execute(commands.samStatus))).toMatchObject({
      code: 'reader.silent',
    });
  });

  it('a driver that takes the bytes late does not lose the reply', async () => {
    const { channel } = link;
    const write = channel.write.bind(channel);
    vi.spyOn(channel, 'write').mockImplementation((bytes) => {
      void write(bytes);
      return new Promise(() => undefined);
    });
    await run(link.execute(commands.samStatus));
  });

  it('slow: a reply that takes 1.3 s on the wire at 9600 is in time', async () => {
    reader.speed = 9600;
    link = await openLink(reader, 9600);
    reader.place();
    await run(link.execute(commands.findCard));
    await run(link.execute(commands.selectCard));
    reader.next('30 01', (frame) => [
      [2900, frame.subarray(0, 600)],
      [400, frame.subarray(600, 1000)],
      [400, frame.subarray(1000)],
    ]);
    expect(await run(link.execute(commands.readBaseInfo))).toHaveLength(1284);
  });

  it('flushes before each command, so that what came unasked is gone', async () => {
    const flush = vi.spyOn(link.channel, 'flush');
    reader.channel!.deliver(hex('AA AA AA 96 69 00 04 00 00 60 64'));
    await run(link.execute(commands.samStatus));
    expect(flush).toHaveBeenCalledOnce();
  });
});
