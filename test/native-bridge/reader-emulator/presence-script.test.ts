import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import {
  playPresence,
  type PresenceScript,
} from '../../../native-bridge/reader-emulator/presence-script.ts';
import { ReaderEmulator } from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { MemoryLink } from './memory-link.ts';
import { dump, frames, requests } from './requests.ts';

const cards = [makeCard(sampleCards.resident), makeCard(sampleCards['hk-macao-taiwan'])];

describe('a presence script', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const play = (script: PresenceScript) => {
    const link = new MemoryLink();
    const emulator = new ReaderEmulator(link);
    const stop = playPresence(emulator, script);
    const read = async (): Promise<Uint8Array> => {
      await link.exchange(requests.find);
      await link.exchange(requests.select);
      return (await link.exchange(requests.read)).slice(14, 270);
    };
    const find = async (): Promise<string> => dump(await link.exchange(requests.find));
    return { link, stop, read, find };
  };

  it('lays the first card down at once', async () => {
    const { find } = play({ cards });
    expect(await find()).toBe(frames.found);
  });

  it('lays the first card down after a while', async () => {
    const { find } = play({ cards, firstAfter: 3000 });
    vi.advanceTimersByTime(2999);
    expect(await find()).toBe(frames.notFound);
    vi.advanceTimersByTime(1);
    expect(await find()).toBe(frames.found);
  });

  it('leaves a card where it lies unless told to lift it', async () => {
    const { link, read } = play({ cards });
    await read();
    vi.advanceTimersByTime(100_000);
    expect(dump(await link.exchange(requests.address))).toBe(frames.nothingThere);
  });

  it('lifts a card after its reads, with time for what is read behind them', async () => {
    const { link, read } = play({ cards, liftAfterReads: 2, stay: 200 });
    await read();
    vi.advanceTimersByTime(1000);
    await link.exchange(requests.reset);
    await read();
    vi.advanceTimersByTime(199);
    expect(dump(await link.exchange(requests.address))).toBe(frames.nothingThere);
    vi.advanceTimersByTime(1);
    expect(dump(await link.exchange(requests.address))).toBe(frames.readFailed);
  });

  it('lays down one card after the other, from the beginning after the last', async () => {
    const { read } = play({ cards, liftAfterReads: 1, stay: 100, nextAfter: 1000 });
    const texts: Uint8Array[] = [];
    for (let round = 0; round < 3; round += 1) {
      texts.push(await read());
      vi.advanceTimersByTime(1100);
    }
    expect(texts).toEqual([cards[0]!.text, cards[1]!.text, cards[0]!.text]);
  });

  it('does nothing any more once it is stopped', async () => {
    const { stop, read, link } = play({ cards, liftAfterReads: 1, stay: 100 });
    await read();
    stop();
    vi.advanceTimersByTime(1000);
    expect(dump(await link.exchange(requests.address))).toBe(frames.nothingThere);
  });
});
