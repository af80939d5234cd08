import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Link } from '../../../main/card/link.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { CardReader, type CardReaderOptions } from '../../../main/card/reader.ts';
import * as faults from './faults.ts';
import { failure, run } from './run.ts';
import { ScriptedReader } from './scripted-reader.ts';
import * as cards from './synthetic-cards.ts';

const port = { path: 'COM7', baudRate: 115_200 };

describe('CardReader', () => {
  let peer: ScriptedReader;

  const makeReader = (options: Partial<CardReaderOptions> = {}): CardReader =>
    new CardReader({
      openChannel: peer.openChannel,
      port,
      today: () => '2024-06-15',
      backoff: { random: () => 0 },
      ...options,
    });

  beforeEach(() => {
    vi.useFakeTimers();
    peer = new ScriptedReader();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  describe('open', () => {
    it('opens the port, checks the module, and sets the RF size when asked', async () => {
      const reader = makeReader({ maxRfBytes: 80 });
      const states: string[] = [];
      reader.onStateChange((state) => states.push(state));
      await run(reader.open());
      expect(peer.log).toEqual(['11 ff', '61 ff']);
      expect(states).toEqual(['opening', 'ready']);
      await run(reader.open());
      expect(peer.openings).toBe(1);
    });

    it('waits for a module that has just been powered', async () => {
      peer.next('11 ff', faults.silence).next('12 ff', faults.silence);
      await run(makeReader().open());
    });

    it('busy port: a typed error, and the reader stays closed', async () => {
      peer.openErrors.push(new ReaderError('reader.port-busy', { port: 'COM7' }));
      const reader = makeReader();
      expect(await failure(reader.open())).toMatchObject({ code: 'reader.port-busy' });
      expect(reader.state).toBe('closed');
    });

    it('silence: a port with no reader ends in a typed error and is closed again', async () => {
      peer.silent = true;
      const reader = makeReader();
      expect(await failure(reader.open())).toMatchObject({ code: 'reader.silent' });
      expect(reader.state).toBe('closed');
      expect(await failure(peer.channel!.write(new Uint8Array()))).toMatchObject({
        code: 'reader.closed',
      });
    });

    it.each([
      [0x60, 'sam.self-test-failed'],
      [0x66, 'sam.not-authorised'],
    ])('SAM error status %i: fails at once as %s', async (sw3, code) => {
      peer.statuses.set('11 ff', sw3);
      expect(await failure(makeReader().open())).toMatchObject({ code });
      expect(peer.log).toEqual(['11 ff']);
    });

    it('can be cancelled', async () => {
      peer.silent = true;
      const controller = new AbortController();
      const opening = failure(makeReader().open({ signal: controller.signal }));
      await vi.advanceTimersByTimeAsync(100);
      controller.abort();
      expect(await opening).toMatchObject({ code: 'reader.aborted' });
    });

    it('says that it is closed to commands before it is open', async () => {
      expect(await failure(makeReader().samId())).toMatchObject({ code: 'reader.closed' });
    });

    it('opens again after it was closed', async () => {
      const reader = makeReader();
      await run(reader.open());
      await run(reader.close());
      await run(reader.open());
      expect((await run(reader.samId())).text).toBe('05.03-20200102-0001234567-0890123456');
      expect(reader.counters.commands).toBe(3);
    });
  });

  describe('setSpeed', () => {
    it('changes reader and port, and asks at the new speed', async () => {
      const reader = makeReader();
      await run(reader.open());
      await run(reader.setSpeed(38_400));
      expect(peer.speed).toBe(38_400);
      expect(peer.channel?.baudRate).toBe(38_400);
      expect(peer.log).toEqual(['11 ff', '60 02', '11 ff']);
      expect(reader.state).toBe('ready');
    });

    it('stays at the new speed when the port is opened again', async () => {
      const reader = makeReader();
      await run(reader.open());
      await run(reader.setSpeed(9600));
      await run(reader.close());
      await run(reader.open());
      expect(peer.channel?.baudRate).toBe(9600);
    });

    it('goes back when an adapter with a fixed speed does not follow', async () => {
      const reader = makeReader();
      await run(reader.open());
      peer.next('60 04', (frame) => {
        peer.speed = 115_200;
        return [[0, frame]];
      });
      expect(await failure(reader.setSpeed(9600))).toMatchObject({
        code: 'reader.speed-not-set',
        data: { speed: 9600 },
      });
      expect(reader.state).toBe('ready');
      await run(reader.status());
    });
  });

  it('sets the RF size, and refuses one that is out of range', async () => {
    const reader = makeReader();
    await run(reader.open());
    await run(reader.setMaxRfBytes(88));
    expect(peer.log).toEqual(['11 ff', '61 ff']);
    expect(await failure(reader.setMaxRfBytes(23))).toBeInstanceOf(RangeError);
  });

  describe('readCard', () => {
    let reader: CardReader;

    beforeEach(async () => {
      reader = makeReader();
      await run(reader.open());
      peer.log.length = 0;
    });

    it('reads a card', async () => {
      peer.place();
      const reading = await run(reader.readCard());
      expect(reading.card).toMatchObject({ kind: 'resident', name: '测试甲' });
      expect(reading.text).toEqual(cards.residentText());
      expect(reading.photo).toEqual(cards.chipPhoto());
      expect(reading).toMatchObject({
        photoProblem: null,
        fingerprints: null,
        managementNumber: null,
        additionalAddresses: [],
        warnings: [],
      });
      expect(peer.log).toEqual(['20 01', '20 02', '30 01', '30 03']);
    });

    it('masks a reading that is printed, and wipes it when told', async () => {
      peer.place();
      const reading = await run(reader.readCard());
      expect(JSON.stringify(reading)).not.toContain('测试');
      expect(JSON.parse(JSON.stringify(reading))).toMatchObject({
        card: { name: '测**', number: '0***************09' },
        photoBytes: 1024,
      });
      const { inspect } = await import('node:util');
      expect(inspect(reading, { depth: 5 })).not.toMatch(/测试|000000190001010009/);
      reading.wipe();
      expect(reading.text.every((byte) => byte === 0)).toBe(true);
      expect(reading.photo.every((byte) => byte === 0)).toBe(true);
    });

    it('waits for the card to come', async () => {
      setTimeout(() => {
        peer.place();
      }, 5000);
      expect((await run(reader.readCard())).card.kind).toBe('resident');
    });

    it('looks twice at once: an arriving card may be missed the first time', async () => {
      peer.place();
      peer.next('20 01', faults.instead('00 00 80'));
      await run(reader.readCard());
      expect(peer.log.slice(0, 3)).toEqual(['20 01', '20 01', '20 02']);
    });

    it('never reads fingerprints unless asked', async () => {
      peer.sixByteHeader = true;
      peer.place({
        text: cards.residentText(),
        photo: cards.chipPhoto(),
        fingerprints: cards.fingerprints(),
      });
      expect((await run(reader.readCard())).fingerprints).toBeNull();
      expect(peer.count('30 10')).toBe(0);
    });

    it('reads the headers of fingerprints when asked, and no template', async () => {
      peer.place({
        text: cards.residentText(),
        photo: cards.chipPhoto(),
        fingerprints: cards.fingerprints(),
      });
      const reading = await run(reader.readCard({ fingerprints: true }));
      expect(reading.fingerprints).toMatchObject([
        { finger: 'right-thumb', quality: 90 },
        { finger: 'left-index', result: 'not-registered' },
      ]);
      expect(peer.count('30 01')).toBe(0);
    });

    it('takes the header of three lengths after either command', async () => {
      peer.sixByteHeader = true;
      peer.place();
      expect((await run(reader.readCard())).card).toMatchObject({ name: '测试甲' });
    });

    it('reads the management number before the base info when asked', async () => {
      peer.place();
      const { managementNumber } = await run(reader.readCard({ managementNumber: true }));
      expect(managementNumber?.parts?.issuer).toBe('00010203');
      expect(peer.log).toEqual(['20 01', '20 02', '30 05', '30 01', '30 03']);
    });

    it.each([0x91, 0x21])(
      'goes without a management number when the reader says %i',
      async (sw3) => {
        peer.statuses.set('30 05', sw3);
        peer.place();
        expect(await run(reader.readCard({ managementNumber: true }))).toMatchObject({
          managementNumber: null,
          card: { kind: 'resident' },
        });
      },
    );

    it('reads additional addresses', async () => {
      peer.place({
        text: cards.residentText(),
        photo: cards.chipPhoto(),
        addresses: cards.textBlock({ 0: '某市乙路 3 号' }).subarray(0, 70),
      });
      expect((await run(reader.readCard())).additionalAddresses).toEqual(['某市乙路 3 号']);
    });

    it('leaves additional addresses alone when told', async () => {
      peer.place();
      await run(reader.readCard({ additionalAddresses: false }));
      expect(peer.count('30 03')).toBe(0);
    });

    it.each([
      ['fails', 0x41, ['additional-address-unread']],
      ['is unknown to the reader', 0x21, []],
    ])('keeps a good reading whose additional address %s', async (_name, sw3, warnings) => {
      peer.statuses.set('30 03', sw3);
      peer.place();
      expect(await run(reader.readCard())).toMatchObject({ additionalAddresses: [], warnings });
    });

    it('silence to the additional address: keeps the reading, with a warning', async () => {
      peer.place();
      peer.next('30 03', faults.silence);
      expect(await run(reader.readCard())).toMatchObject({
        card: { name: '测试甲' },
        warnings: ['additional-address-unread'],
      });
    });

    it('leaves nothing of the reply behind but the reading', async () => {
      const execute = vi.spyOn(Link.prototype, 'execute');
      peer.place();
      await run(reader.readCard());
      const replies = await Promise.all(execute.mock.results.map(({ value }) => value as unknown));
      execute.mockRestore();
      const long = replies.filter((one) => one instanceof Uint8Array && one.length > 1000);
      expect(long).toHaveLength(1);
      expect((long[0] as Uint8Array).every((byte) => byte === 0)).toBe(true);
    });

    it.each([
      ['text of a wrong size', { text: cards.residentText().subarray(0, 200) }, undefined],
      ['lengths that do not add up', { text: cards.residentText() }, '00 00 90 01 00 04 01'],
    ])('wipes a reply it cannot use: %s', async (_name, { text }, header) => {
      const execute = vi.spyOn(Link.prototype, 'execute');
      peer.place({ text, photo: cards.chipPhoto() });
      const rest = ' 41'.repeat(1280);
      for (let count = 0; header && count < 2; count += 1) {
        peer.next('30 01', faults.instead(header + rest));
      }
      await failure(reader.readCard());
      const replies = await Promise.all(
        execute.mock.results.map(({ value }) =>
          (value as Promise<Uint8Array>).catch(() => new Uint8Array()),
        ),
      );
      execute.mockRestore();
      const long = replies.filter(({ length }) => length > 1000);
      expect(long).toHaveLength(2);
      expect(long.every((one) => one.every((byte) => byte === 0))).toBe(true);
    });

    it.each([
      ['bad checksum', faults.badChecksum],
      ['wrong length', faults.wrongLength(100)],
      ['truncated', faults.truncated(700)],
      ['stray zero', faults.strayZero],
      ['silence', faults.silence],
      ['late reply after timeout', faults.late(5000)],
      ['reader replies to previous command', faults.instead('00 00 9F 00 00 00 00')],
      ['wrong lengths in the header', faults.instead('00 00 90 01 00 04 00')],
    ])(
      '%s in the base info: reads the card at the second or third attempt',
      async (_name, fault) => {
        peer.place();
        peer.next('30 01', fault);
        expect((await run(reader.readCard())).card).toMatchObject({ kind: 'resident' });
        expect(reader.counters.retries).toBeGreaterThan(0);
      },
    );

    it.each([
      ['10', '20 01'],
      ['11', '20 01'],
      ['10', '20 02'],
      ['11', '20 02'],
      ['10', '30 01'],
      ['11', '30 01'],
      ['10', '30 05'],
      ['11', '30 05'],
    ])('a command that reached the reader damaged is sent again: SW3 %s to %s', async (sw3, to) => {
      const reader = makeReader();
      peer.place();
      peer.next(to, faults.instead(`00 00 ${sw3}`));
      const reading = await run(reader.readCard({ managementNumber: true }));
      expect(reading.managementNumber).not.toBeNull();
      expect(reader.counters.retries).toBeGreaterThan(0);
    });

    it('tries find, select and read again after a failed reading, then resets the module', async () => {
      peer.place();
      peer.statuses.set('30 01', 0x41);
      peer.next('10 ff', (frame) => {
        peer.statuses.clear();
        return [[0, frame]];
      });
      await run(reader.readCard());
      expect(peer.log.slice(0, 6)).toEqual(['20 01', '20 02', '30 01', '20 01', '20 02', '30 01']);
      expect(reader.counters).toMatchObject({ retries: 2, samResets: 1 });
      expect(peer.count('10 ff')).toBe(1);
    });

    it.each([
      [0x31, 'sam.card-rejected-reader'],
      [0x32, 'sam.reader-rejected-card'],
      [0x33, 'sam.verification-failed'],
      [0x41, 'sam.read-failed'],
      [0x47, 'sam.no-random-number'],
      [0x42, 'reader.unknown-status'],
    ])('SAM error status %i that stays: three attempts, then %s', async (sw3, code) => {
      peer.statuses.set('30 01', sw3);
      peer.place();
      expect(await failure(reader.readCard())).toMatchObject({ code });
      expect(peer.count('30 01')).toBe(3);
    });

    it.each([
      [0x40, 'sam.wrong-card'],
      [0x21, 'sam.unknown-command'],
    ])('SAM error status %i: no second attempt can mend %s', async (sw3, code) => {
      peer.statuses.set('30 01', sw3);
      peer.place();
      expect(await failure(reader.readCard())).toMatchObject({ code });
      expect(peer.count('30 01')).toBe(1);
    });

    it('card lifted between select and read: a typed error, soon and without a reset', async () => {
      peer.place();
      peer.next('30 01', faults.liftFirst);
      expect(await failure(reader.readCard())).toMatchObject({
        code: 'reader.card-lifted',
        cause: { code: 'sam.read-failed' },
      });
      expect(peer.count('10 ff')).toBe(0);
    });

    it('a reading that failed but made the card count as read is repeated after a reset', async () => {
      peer.place();
      // The frame is lost on the line, but the module has delivered: now it finds the card no more.
      peer.next('30 01', faults.badChecksum);
      expect((await run(reader.readCard())).card.kind).toBe('resident');
      expect(peer.count('10 ff')).toBe(1);
    });

    it.each([0, 1000])(
      'wrong photo size of %d: text is kept, the problem is told',
      async (size) => {
        peer.place({ text: cards.residentText(), photo: cards.chipPhoto(size) });
        const reading = await run(reader.readCard());
        expect(reading.card).toMatchObject({ name: '测试甲' });
        expect(reading.photo).toHaveLength(size);
        expect(reading.photoProblem).toMatchObject({
          code: 'reader.wrong-photo-size',
          data: { bytes: size },
        });
      },
    );

    it('wrong text size: a typed error after all attempts', async () => {
      peer.place({ text: cards.residentText().subarray(0, 200), photo: cards.chipPhoto() });
      expect(await failure(reader.readCard())).toMatchObject({ code: 'reader.wrong-text-size' });
    });

    it('says that no card came', async () => {
      expect(await failure(reader.readCard({ timeout: 3000 }))).toMatchObject({
        code: 'reader.no-card-in-time',
        data: { afterMs: 3000 },
      });
    });

    it('tells a card that was not lifted from no card', async () => {
      peer.place();
      await run(reader.readCard());
      expect(await failure(reader.readCard({ timeout: 3000 }))).toMatchObject({
        code: 'reader.card-not-lifted',
      });
    });

    it('tells so of a card that was read before the program started', async () => {
      peer.placeAlreadyRead();
      expect(await failure(reader.readCard({ timeout: 3000 }))).toMatchObject({
        code: 'reader.card-not-lifted',
      });
    });

    it('reads the next card once the first was lifted', async () => {
      peer.place();
      await run(reader.readCard());
      setTimeout(() => {
        peer.lift();
      }, 1000);
      setTimeout(() => {
        peer.place({ text: cards.foreigner2023Text(), photo: cards.chipPhoto() });
      }, 3000);
      expect((await run(reader.readCard())).card.kind).toBe('foreigner-2023');
    });

    it('a reader that is lost and does not come back: why, when the time is up', async () => {
      setTimeout(() => {
        peer.unplug();
      }, 1000);
      expect(await failure(reader.readCard({ timeout: 8000 }))).toMatchObject({
        code: 'reader.unplugged',
      });
    });

    it('a reader that was lost and came back is no reason any more', async () => {
      peer.unplug();
      setTimeout(() => {
        peer.plugged = true;
      }, 500);
      expect(await failure(reader.readCard({ timeout: 8000 }))).toMatchObject({
        code: 'reader.no-card-in-time',
      });
    });

    it('unplug mid-frame: goes on by itself when the reader is back', async () => {
      peer.place();
      peer.next('30 01', faults.unplugMidFrame);
      setTimeout(() => {
        peer.plugged = true;
        peer.place();
      }, 4000);
      expect((await run(reader.readCard())).card.kind).toBe('resident');
      expect(reader.counters.reopens).toBeGreaterThan(1);
    });

    it('a wait that ends in the middle of a reading leaves the card to the next wait', async () => {
      peer.place();
      peer.next('30 01', (_frame, self) => {
        self.place();
        return [];
      });
      expect(await failure(reader.readCard({ timeout: 1000 }))).toMatchObject({
        code: 'reader.no-card-in-time',
      });
      expect((await run(reader.readCard({ timeout: 1000 }))).card.kind).toBe('resident');
    });

    it('can be cancelled, also while a command is waiting', async () => {
      peer.place();
      peer.next('30 01', faults.silence);
      const controller = new AbortController();
      const reading = failure(reader.readCard({ signal: controller.signal }));
      await vi.advanceTimersByTimeAsync(500);
      controller.abort();
      expect(await reading).toMatchObject({ code: 'reader.aborted' });
    });

    it('closing ends it', async () => {
      const reading = failure(reader.readCard());
      await vi.advanceTimersByTimeAsync(1000);
      await run(reader.close());
      expect(await reading).toMatchObject({ code: 'reader.closed' });
      expect(reader.state).toBe('closed');
    });

    it('refuses a second wait while one is running', async () => {
      const first = failure(reader.readCard({ timeout: 1000 }));
      expect(await failure(reader.readCard())).toMatchObject({ code: 'reader.in-use' });
      expect(await first).toMatchObject({ code: 'reader.no-card-in-time' });
    });

    it('answers single commands between its looks', async () => {
      const reading = failure(reader.readCard({ timeout: 2000 }));
      await vi.advanceTimersByTimeAsync(500);
      expect((await run(reader.samId())).maker).toBe(5);
      expect(await reading).toMatchObject({ code: 'reader.no-card-in-time' });
    });
  });

  describe('waitForCard', () => {
    it('waits for a card and leaves it unread', async () => {
      const reader = makeReader();
      await run(reader.open());
      setTimeout(() => {
        peer.place();
      }, 1000);
      await run(reader.waitForCard());
      expect(peer.count('30 01')).toBe(0);
      expect((await run(reader.readCard())).card.kind).toBe('resident');
    });

    it('looks again when called again', async () => {
      const reader = makeReader();
      await run(reader.open());
      peer.place();
      await run(reader.waitForCard());
      await run(reader.waitForCard());
      expect(peer.count('30 01')).toBe(0);
      peer.lift();
      expect(await failure(reader.waitForCard({ timeout: 1000 }))).toMatchObject({
        code: 'reader.no-card-in-time',
      });
    });
  });

  it('closing while the port is being opened closes it as soon as it is open', async () => {
    const reader = makeReader({
      openChannel: async (choice) => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return peer.openChannel(choice);
      },
    });
    const opening = failure(reader.open());
    await vi.advanceTimersByTimeAsync(500);
    await run(reader.close());
    expect(peer.channel?.isOpen).toBe(false);
    expect(await opening).toMatchObject({ code: 'reader.closed' });
    expect(reader.state).toBe('closed');
  });

  it('a second caller of close waits for the port to be free, too', async () => {
    const reader = makeReader();
    await run(reader.open());
    let release: () => void = () => undefined;
    const close = peer.channel!.close.bind(peer.channel);
    vi.spyOn(peer.channel!, 'close').mockImplementation(async () => {
      await new Promise<void>((resolve) => (release = resolve));
      await close();
    });
    const closings = [reader.close(), reader.close()];
    let ended = 0;
    for (const closing of closings) void closing.then(() => (ended += 1));
    await vi.advanceTimersByTimeAsync(100);
    expect(ended).toBe(0);
    release();
    await run(Promise.all(closings));
    expect(peer.channel?.isOpen).toBe(false);
    await run(reader.open());
    expect(reader.state).toBe('ready');
  });

  it('a card lifted and put back while the reader was closed is read', async () => {
    const reader = makeReader();
    peer.place();
    await run(reader.readCard());
    await run(reader.close());
    peer.place();
    expect((await run(reader.readCard())).card.kind).toBe('resident');
  });

  it('is closed when it is unplugged while nobody waits', async () => {
    const reader = makeReader();
    await run(reader.open());
    peer.unplug();
    expect(reader.state).toBe('closed');
  });
});
