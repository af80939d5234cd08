import { describe, expect, it } from 'vitest';
import { tellStory, type DemoStage } from '../../../main/demo/demo-story.ts';
import type { EmulatedCounter } from '../../../main/demo/emulated-counter.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { FakeDemoClock } from './fake-demo-clock.ts';

const card = makeCard(sampleCards.resident);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A counter that notes what is done at it. */
const open = () => {
  const deeds: string[] = [];
  const readers = new Set<() => void>();
  const counter = {
    placeCard: (placed: unknown) => {
      expect(placed).toBe(card);
      deeds.push('place');
    },
    liftCard: () => deeds.push('lift'),
    plugIn: () => deeds.push('plug in'),
    unplug: () => {
      deeds.push('unplug');
      return Promise.resolve();
    },
    afterReading: (listener: () => void) => {
      readers.add(listener);
      return () => readers.delete(listener);
    },
  } as unknown as EmulatedCounter;
  const clock = new FakeDemoClock();
  const story = new AbortController();
  const byItself: Promise<void>[] = [];
  const stage: DemoStage = {
    counter,
    clock,
    signal: story.signal,
    byItself: (work) => {
      byItself.push(Promise.resolve(work()));
    },
  };
  return { deeds, readers, clock, story, stage, byItself };
};

describe('a story', () => {
  it('without a mishap lays the card down', async () => {
    const { deeds, stage, readers } = open();
    await tellStory(undefined, card, stage);
    expect(deeds).toEqual(['place']);
    expect(readers.size).toBe(0);
  });

  it('of a card lifted too early lifts it a while after it was read', async () => {
    const { deeds, stage, readers, clock } = open();
    await tellStory('card-lifted', card, stage);
    for (const read of readers) read();
    expect(deeds).toEqual(['place']);
    expect(clock.waitedFor).toEqual([1200]);
    await clock.pass();
    await turn();
    expect(deeds).toEqual(['place', 'lift']);
  });

  it('of a card lifted too early lifts none of the next guest when it is cut off', async () => {
    const { deeds, stage, readers, clock, story } = open();
    await tellStory('card-lifted', card, stage);
    for (const read of readers) read();
    story.abort();
    await turn();
    expect(deeds).toEqual(['place']);
    expect([clock.waitedFor, readers.size]).toEqual([[], 0]);
  });

  it('of an unplugged reader plugs it in again, and lays the card down then', async () => {
    const { deeds, stage, clock, story } = open();
    await tellStory('reader-unplugged', card, stage);
    expect(deeds).toEqual(['unplug']);
    expect(clock.waitedFor).toEqual([3000]);
    await clock.pass();
    await turn();
    expect(deeds).toEqual(['unplug', 'plug in', 'place']);
    story.abort();
    await turn();
    expect(deeds).toHaveLength(3);
  });

  it('of an unplugged reader leaves one that works when it is cut off', async () => {
    const { deeds, stage, story } = open();
    await tellStory('reader-unplugged', card, stage);
    story.abort();
    await turn();
    expect(deeds).toEqual(['unplug', 'plug in']);
  });
});
