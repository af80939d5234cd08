import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardEvent } from '../../../main/card/card-event.ts';
import { findCard } from '../../../main/card/commands.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { CardReader } from '../../../main/card/reader.ts';
import { statusCatalogue } from '../../../main/card/status.ts';
import * as faults from './faults.ts';
import { run } from './run.ts';
import { ScriptedReader } from './scripted-reader.ts';
import * as cards from './synthetic-cards.ts';

describe('card events', () => {
  let peer: ScriptedReader;
  let reader: CardReader;
  let seen: string[];
  let stop: AbortController;
  let done: Promise<void>;

  const nameOf = (event: CardEvent): string =>
    'error' in event ? `${event.type} ${event.error.code}` : event.type;

  const watch = (): void => {
    stop = new AbortController();
    done = (async () => {
      for await (const event of reader.events({ signal: stop.signal })) seen.push(nameOf(event));
    })();
  };

  const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    vi.useFakeTimers();
    peer = new ScriptedReader();
    seen = [];
    reader = new CardReader({
      openChannel: peer.openChannel,
      port: { path: 'COM7', baudRate: 115_200 },
      backoff: { random: () => 0 },
    });
  });

  afterEach(async () => {
    stop.abort();
    await run(done);
    await run(reader.close());
    vi.useRealTimers();
  });

  it('arrived, read, removed, and so on with the next card', async () => {
    watch();
    await pass(1000);
    expect(seen).toEqual([]);
    peer.place();
    await pass(1000);
    expect(seen).toEqual(['arrived', 'read']);
    peer.lift();
    await pass(1000);
    peer.place();
    await pass(1000);
    expect(seen).toEqual(['arrived', 'read', 'removed', 'arrived', 'read']);
  });

  it('reads a card that stays once only', async () => {
    watch();
    peer.place();
    await pass(60_000);
    expect(seen).toEqual(['arrived', 'read']);
    expect(peer.count('30 01')).toBe(1);
  });

  it('sees one card exchanged for another between two looks', async () => {
    watch();
    peer.place();
    await pass(1000);
    peer.lift();
    peer.place({ text: cards.hkMacaoTaiwanText(), photo: cards.chipPhoto() });
    await pass(1000);
    expect(seen).toEqual(['arrived', 'read', 'removed', 'arrived', 'read']);
  });

  it('uses another probe when the reader does not know the first', async () => {
    peer.statuses.set('30 05', 0x21);
    watch();
    peer.place();
    await pass(5000);
    expect(seen).toEqual(['arrived', 'read']);
    expect(peer.count('30 05')).toBe(1);
    peer.lift();
    await pass(1000);
    expect(seen).toEqual(['arrived', 'read', 'removed']);
  });

  it.each([0x23, 0x21])('a probe that is refused with SW3 %i is not sent again', async (sw3) => {
    peer.statuses.set('30 05', sw3);
    watch();
    peer.place();
    await pass(5000);
    expect(peer.count('30 05')).toBe(1);
    expect(seen).toEqual(['arrived', 'read']);
  });

  it.each(['10', '11', '24'])('a probe once answered with SW3 %s is kept', async (sw3) => {
    watch();
    peer.place();
    await pass(1000);
    peer.next('30 05', faults.instead(`00 00 ${sw3}`));
    await pass(1000);
    peer.lift();
    await pass(1000);
    peer.log.length = 0;
    peer.place();
    await pass(5000);
    expect(peer.count('30 05')).toBeGreaterThan(3);
    expect(peer.count('30 03')).toBe(1);
  });

  it.each(['10', '11'])(
    'a probe the reader received damaged (SW3 %s) is sent again',
    async (sw3) => {
      watch();
      peer.place();
      await pass(1000);
      peer.next('30 05', faults.instead(`00 00 ${sw3}`));
      await pass(5000);
      expect(seen).toEqual(['arrived', 'read']);
      expect(reader.counters).toMatchObject({ retries: 1, samResets: 0 });
    },
  );

  const failProbeTwice = (): void => {
    peer.next('30 05', faults.badChecksum).next('30 05', faults.badChecksum);
  };

  it('two bad replies to the probe: the card that stays is not announced again', async () => {
    watch();
    peer.place();
    await pass(1000);
    failProbeTwice();
    await pass(20_000);
    expect(reader.counters.samResets).toBe(1);
    expect(seen).toEqual(['arrived', 'read']);
    peer.lift();
    await pass(1000);
    peer.place();
    await pass(1000);
    expect(seen).toEqual(['arrived', 'read', 'removed', 'arrived', 'read']);
  });

  it('two bad replies to the probe, and the card lifted meanwhile: removed', async () => {
    watch();
    peer.place();
    await pass(1000);
    failProbeTwice();
    peer.lift();
    await pass(5000);
    expect(seen).toEqual(['arrived', 'read', 'removed']);
  });

  it('two bad replies to the probe, and another card meanwhile: the new one is read', async () => {
    watch();
    peer.place();
    await pass(1000);
    failProbeTwice();
    peer.place({ text: cards.hkMacaoTaiwanText(), photo: cards.chipPhoto() });
    await pass(5000);
    expect(seen).toEqual(['arrived', 'read', 'removed', 'arrived', 'read']);
  });

  it('a card that was read and lies there when the reader is back is not read again', async () => {
    watch();
    peer.place();
    await pass(1000);
    peer.unplug();
    await pass(1000);
    peer.plugged = true;
    // The module lost its power: it finds the card like a new one.
    peer.place();
    await pass(20_000);
    const lost = 'reader-lost reader.unplugged';
    expect(seen).toEqual(['arrived', 'read', lost, 'reader-recovered', 'already-read']);
    peer.lift();
    await pass(1000);
    expect(seen.at(-1)).toBe('removed');
  });

  it('a card that was read and is gone when the reader is back was removed', async () => {
    watch();
    peer.place();
    await pass(1000);
    peer.unplug();
    peer.lift();
    peer.plugged = true;
    await pass(5000);
    expect(seen.slice(3)).toEqual(['reader-recovered', 'removed']);
  });

  it('without any probe a card counts as removed early, but is not read twice', async () => {
    peer.statuses.set('30 05', 0x21).set('30 03', 0x21);
    watch();
    peer.place();
    await pass(10_000);
    expect(seen).toEqual(['arrived', 'read', 'removed']);
  });

  it('tells of a card that was read before, and reads it after it was lifted', async () => {
    peer.placeAlreadyRead();
    watch();
    await pass(3000);
    expect(seen).toEqual(['already-read']);
    peer.lift();
    await pass(1000);
    peer.place();
    await pass(1000);
    expect(seen).toEqual(['already-read', 'removed', 'arrived', 'read']);
  });

  it('a card that cannot be read: told once, tried again by itself, removed', async () => {
    peer.statuses.set('30 01', 0x41);
    watch();
    peer.place();
    await pass(20_000);
    expect(seen).toEqual(['arrived', 'read-failed sam.read-failed']);
    expect(peer.count('30 01')).toBeGreaterThan(3);
    peer.statuses.clear();
    await pass(5000);
    expect(seen).toEqual(['arrived', 'read-failed sam.read-failed', 'read']);
    peer.lift();
    await pass(1000);
    expect(seen.at(-1)).toBe('removed');
  });

  it('card lifted between select and read', async () => {
    watch();
    peer.place();
    peer.next('30 01', faults.liftFirst);
    await pass(3000);
    expect(seen).toEqual(['arrived', 'read-failed reader.card-lifted', 'removed']);
  });

  it('a card that is still moving, so that even find fails, is waited for', async () => {
    watch();
    peer.statuses.set('20 01', 0x41);
    peer.place();
    await pass(3000);
    expect(seen).toEqual([]);
    peer.statuses.clear();
    await pass(1000);
    expect(seen).toEqual(['arrived', 'read']);
  });

  it('a wrong card is told, and the right one read after it', async () => {
    peer.statuses.set('20 02', 0x40);
    watch();
    peer.place();
    await pass(1000);
    peer.statuses.clear();
    peer.lift();
    await pass(1000);
    peer.place();
    await pass(1000);
    expect(seen).toEqual(['arrived', 'read-failed sam.wrong-card', 'removed', 'arrived', 'read']);
  });

  it('silence of one command is mended without losing the reader', async () => {
    watch();
    await pass(1000);
    peer.next('20 01', faults.silence);
    await pass(3000);
    peer.place();
    await pass(2000);
    expect(seen).toEqual(['arrived', 'read']);
    expect(reader.counters).toMatchObject({ retries: 1, samResets: 0, reopens: 0 });
  });

  it('a reader that stops answering until it is reset is reset', async () => {
    watch();
    await pass(1000);
    peer.silent = true;
    const reset = setInterval(() => {
      // The write is logged before it is ignored: the reset wakes the reader up.
      if (peer.log.at(-1) === '10 ff') peer.silent = false;
    }, 1);
    await pass(10_000);
    clearInterval(reset);
    peer.place();
    await pass(3000);
    expect(seen.slice(-2)).toEqual(['arrived', 'read']);
    expect(reader.counters.samResets).toBeGreaterThan(0);
  });

  it('a reader that falls silent is lost, and recovered when it answers again', async () => {
    watch();
    await pass(1000);
    peer.silent = true;
    await pass(20_000);
    expect(seen).toEqual(['reader-lost reader.silent']);
    expect(reader.state).toBe('recovering');
    peer.silent = false;
    await pass(20_000);
    expect(seen).toEqual(['reader-lost reader.silent', 'reader-recovered']);
    expect(reader.state).toBe('ready');
    expect(reader.counters).toMatchObject({ samResets: 1 });
  });

  it('unplug mid-frame: lost at once; recovered, and the card read, when it is back', async () => {
    watch();
    peer.place();
    peer.next('30 01', faults.unplugMidFrame);
    await pass(1000);
    expect(seen).toEqual(['arrived', 'reader-lost reader.unplugged']);
    await pass(30_000);
    peer.plugged = true;
    peer.place();
    await pass(12_000);
    expect(seen.slice(2)).toEqual(['reader-recovered', 'arrived', 'read']);
  });

  it('opens again with growing pauses, and never faster than that', async () => {
    watch();
    await pass(1000);
    peer.unplug();
    const before = peer.openings;
    await pass(60_000);
    // 0, 0.5, 1.5, 3.5, 7.5, 15.5, 25.5, 35.5, 45.5, 55.5 s after the loss.
    expect(peer.openings - before).toBeGreaterThanOrEqual(9);
    expect(peer.openings - before).toBeLessThanOrEqual(10);
  });

  it('waits for a reader that is not plugged in yet', async () => {
    peer.plugged = false;
    watch();
    await pass(5000);
    expect(seen).toEqual(['reader-lost reader.port-not-found']);
    peer.plugged = true;
    await pass(10_000);
    expect(seen).toEqual(['reader-lost reader.port-not-found', 'reader-recovered']);
  });

  it('busy port: waits until the other program lets go', async () => {
    const busy = (): ReaderError => new ReaderError('reader.port-busy', { port: 'COM7' });
    peer.openErrors.push(busy(), busy(), busy());
    watch();
    await pass(10_000);
    expect(seen).toEqual(['reader-lost reader.port-busy', 'reader-recovered']);
  });

  it('SAM error status: a module that breaks is lost until it is well', async () => {
    watch();
    await pass(1000);
    peer.statuses.set('20 01', 0x60).set('11 ff', 0x60);
    await pass(5000);
    expect(seen).toEqual(['reader-lost sam.self-test-failed']);
    peer.statuses.clear();
    await pass(20_000);
    expect(seen.at(-1)).toBe('reader-recovered');
  });

  it('SAM error status while reading: not the card, the reader is at fault', async () => {
    watch();
    await pass(1000);
    peer.statuses.set('30 01', 0x66).set('11 ff', 0x66);
    peer.place();
    await pass(3000);
    expect(seen).toEqual(['arrived', 'reader-lost sam.not-authorised']);
  });

  const unexpected = [...Object.values(statusCatalogue).map(({ sw3 }) => sw3), 0x77].filter(
    (sw3) => sw3 !== findCard.success,
  );

  it.each(unexpected)('SW3 %i to every "find card": no storm of events', async (sw3) => {
    peer.statuses.set('20 01', sw3);
    watch();
    await pass(60_000);
    // A broken reader is lost and recovered 0, 0.5, 1.5, 3.5, 7.5, 15.5, 25.5 … 55.5 s after the start.
    expect(seen.length).toBeLessThanOrEqual(2 * 11);
    expect(peer.count('20 01')).toBeLessThanOrEqual((2 * 60_000) / 400 + 2);
  });

  it.each([
    [0x77, 'reader.unknown-status'],
    [0x40, 'sam.wrong-card'],
    [0x21, 'sam.unknown-command'],
  ])('SW3 %i to "find card" is told once, and the card read when it is over', async (sw3, code) => {
    peer.statuses.set('20 01', sw3);
    watch();
    await pass(60_000);
    expect(seen).toEqual([`read-failed ${code}`]);
    expect(peer.openings).toBe(1);
    peer.statuses.clear();
    await pass(1000);
    peer.place();
    await pass(1000);
    expect(seen.slice(1)).toEqual(['removed', 'arrived', 'read']);
  });

  it('a status that lasts is told to the next loop, too', async () => {
    peer.statuses.set('20 01', 0x40);
    watch();
    await pass(1000);
    stop.abort();
    await run(done);
    watch();
    await pass(1000);
    expect(seen).toEqual(['read-failed sam.wrong-card', 'read-failed sam.wrong-card']);
  });

  it.each(['20 01', '30 01'])(
    'a module that is well but breaks over %s again and again is opened with growing pauses',
    async (request) => {
      peer.statuses.set(request, 0x60);
      peer.place();
      watch();
      await pass(60_000);
      // 0, 0, 0.5, 1.5, 3.5, 7.5, 15.5, 25.5, 35.5, 45.5, 55.5 s after the first loss.
      expect(peer.openings).toBeGreaterThanOrEqual(9);
      expect(peer.openings).toBeLessThanOrEqual(12);
    },
  );

  it('a loop that is left while the reader is lost leaves the reader closed', async () => {
    stop = new AbortController();
    done = (async () => {
      for await (const event of reader.events()) if (event.type === 'reader-lost') break;
    })();
    await pass(1000);
    const states: string[] = [];
    reader.onStateChange((state) => states.push(state));
    peer.silent = true;
    await run(done);
    expect(states).toEqual(['recovering', 'closed']);
    expect(peer.channel?.isOpen).toBe(false);
  });

  it('asks for the port anew at each opening: it may have got another name', async () => {
    const paths: string[] = [];
    let turn = 0;
    reader = new CardReader({
      openChannel: (choice) => {
        paths.push(choice.path);
        return peer.openChannel(choice);
      },
      port: () => {
        turn += 1;
        return Promise.resolve({ path: `/dev/ttyUSB${turn}`, baudRate: 115_200 });
      },
    });
    watch();
    await pass(1000);
    peer.unplug();
    peer.plugged = true;
    await pass(2000);
    expect(paths).toEqual(['/dev/ttyUSB1', '/dev/ttyUSB2']);
    expect(seen.at(-1)).toBe('reader-recovered');
  });

  it('closing the reader ends the loop, also while it is lost', async () => {
    peer.plugged = false;
    watch();
    await pass(3000);
    await run(reader.close());
    await run(done);
    expect(reader.state).toBe('closed');
  });

  it('does not look while the consumer is busy with an event', async () => {
    stop = new AbortController();
    let release: () => void = () => undefined;
    done = (async () => {
      for await (const event of reader.events({ signal: stop.signal })) {
        seen.push(event.type);
        if (event.type === 'read') await new Promise<void>((resolve) => (release = resolve));
      }
    })();
    peer.place();
    await pass(1000);
    const before = peer.log.length;
    await pass(5000);
    expect(peer.log).toHaveLength(before);
    release();
    await pass(1000);
    expect(peer.log.length).toBeGreaterThan(before);
  });
});
