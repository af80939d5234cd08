import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardEvent } from '../../../main/card/card-event.ts';
import { CardReader } from '../../../main/card/reader.ts';
import type { DemoEvent } from '../../../main/demo/demo-event.ts';
import { EmulatedCounter } from '../../../main/demo/emulated-counter.ts';
import { openEmulatedPort } from '../../../main/demo/emulated-port.ts';
import { portOf } from '../../../main/serial/discover-reader.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { ReaderEmulator } from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';

const card = makeCard(sampleCards.resident);
const limit = (): AbortSignal => AbortSignal.timeout(20_000);

let counter: EmulatedCounter;
let told: DemoEvent['type'][];
beforeEach(() => {
  counter = new EmulatedCounter();
  told = [];
  counter.onEvent(({ type }) => told.push(type));
});
afterEach(() => counter.close());

const readerAt = ({ path, openChannel }: EmulatedCounter['port']): CardReader =>
  new CardReader({
    openChannel,
    port: portOf(path, undefined, { paths: [path], openChannel }),
    pollInterval: 20,
  });

/** Does something after each event on the reader; ends with the last of those wanted. */
const follow = async (
  reader: CardReader,
  wanted: readonly CardEvent['type'][],
  then: Partial<Record<CardEvent['type'], () => void | Promise<void>>> = {},
): Promise<void> => {
  const stop = new AbortController();
  const seen: CardEvent['type'][] = [];
  try {
    for await (const { type } of reader.events({
      signal: AbortSignal.any([stop.signal, limit()]),
    })) {
      seen.push(type);
      if (seen.length === wanted.length) stop.abort();
      else await then[type]?.();
    }
  } catch (caught) {
    if (!stop.signal.aborted) throw caught;
  } finally {
    await reader.close();
  }
  expect(seen).toEqual(wanted);
};

describe('an emulated counter', () => {
  it('has a card that a real reader driver reads, and that can be lifted', async () => {
    counter.placeCard(card);
    expect(counter.cardLies).toBe(true);
    await follow(readerAt(counter.port), ['arrived', 'read', 'removed'], {
      read: () => {
        counter.liftCard();
      },
    });
    expect(counter.cardLies).toBe(false);
    expect(told).toEqual(['card-placed', 'card-lifted']);
  });

  it('tells once that a card was read, and not to those who no longer ask', async () => {
    let read = 0;
    let unheard = 0;
    counter.afterReading(() => (read += 1));
    counter.afterReading(() => (unheard += 1))();
    counter.placeCard(card);
    await follow(readerAt(counter.port), ['arrived', 'read', 'removed', 'arrived', 'read'], {
      read: () => {
        counter.liftCard();
      },
      removed: () => {
        counter.placeCard();
      },
    });
    expect([read, unheard]).toEqual([1, 0]);
  });

  it('keeps its port and its card over a plug that is pulled', async () => {
    const { path } = counter.port;
    counter.placeCard(card);
    await follow(
      readerAt(counter.port),
      ['arrived', 'read', 'reader-lost', 'reader-recovered', 'already-read'],
      {
        read: () => counter.unplug(),
        'reader-lost': () => {
          counter.plugIn();
          counter.plugIn();
        },
      },
    );
    expect(counter.port.path).toBe(path);
    expect(told).toEqual(['card-placed', 'unplugged', 'plugged-in']);
  });

  it('lays down the last card again, and none before there was one', () => {
    expect(() => {
      counter.placeCard();
    }).toThrow(expect.objectContaining({ code: 'demo.no-card' }) as Error);
    counter.liftCard();
    expect(told).toEqual([]);
    counter.placeCard(card);
    counter.liftCard();
    counter.placeCard();
    expect(counter.cardLies).toBe(true);
  });

  it('that has closed says so, tells nothing more, and may be closed twice', async () => {
    await counter.close();
    await counter.close();
    expect(() => {
      counter.placeCard(card);
    }).toThrow(expect.objectContaining({ code: 'demo.closed' }) as Error);
    expect(() => {
      counter.plugIn();
    }).toThrow(expect.objectContaining({ code: 'demo.closed' }) as Error);
    expect(told).toEqual([]);
  });

  it('stops telling those who have gone', () => {
    let heard = 0;
    const stop = counter.onEvent(() => (heard += 1));
    counter.placeCard(card);
    stop();
    counter.liftCard();
    expect(heard).toBe(1);
  });
});

describe('the port of a system without pseudo-terminals', () => {
  it('keeps its name when the reader is unplugged and plugged in again', async () => {
    const port = openEmulatedPort('win32');
    expect(port).toMatchObject({ path: 'COM99', isReal: false });
    const emulator = new ReaderEmulator();
    emulator.plugIn(port.connect());
    emulator.placeCard(card);
    await follow(
      readerAt(port),
      ['arrived', 'read', 'reader-lost', 'reader-recovered', 'already-read'],
      {
        read: () => emulator.unplug(),
        'reader-lost': () => {
          emulator.plugIn(port.connect());
        },
      },
    );
    await emulator.close();
    port.close();
  });
});
