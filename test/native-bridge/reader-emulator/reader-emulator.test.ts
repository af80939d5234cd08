import { describe, expect, it } from 'vitest';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import type { EmulatorEvent } from '../../../native-bridge/reader-emulator/emulator-event.ts';
import {
  ReaderEmulator,
  type EmulatorScript,
} from '../../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../../native-bridge/reader-emulator/sample-cards.ts';
import { MemoryLink } from './memory-link.ts';
import { dump, frames, requests } from './requests.ts';

const card = makeCard(sampleCards.resident);

const start = (script: EmulatorScript = {}) => {
  const link = new MemoryLink();
  const emulator = new ReaderEmulator(link, script);
  const events: EmulatorEvent[] = [];
  emulator.onEvent((event) => events.push(event));
  return { link, emulator, events };
};

describe('an emulated reader', () => {
  it('tells what happens', async () => {
    const { link, emulator, events } = start();
    emulator.placeCard(card);
    await link.exchange(requests.find);
    await link.exchange(requests.select);
    await link.exchange(requests.read);
    emulator.liftCard();
    emulator.liftCard();
    await emulator.unplug();
    expect(events).toEqual([
      { type: 'card-placed' },
      { type: 'command', name: 'find-card', sw3: 0x9f, faulty: false },
      { type: 'command', name: 'select-card', sw3: 0x90, faulty: false },
      { type: 'card-read' },
      { type: 'command', name: 'read-base-info', sw3: 0x90, faulty: false },
      { type: 'card-lifted' },
      { type: 'unplugged' },
    ]);
  });

  it('logs the commands it received and counts them', async () => {
    const { link, emulator } = start({ faults: ['silence@sam-id'] });
    await link.exchange(requests.status);
    await link.exchange(requests.samId);
    await link.exchange(requests.find.with(-1, 0));
    expect(emulator.log).toEqual(['sam-status', 'sam-id', undefined]);
    expect(emulator.counters).toEqual({
      commands: 3,
      reads: 0,
      badChecksums: 1,
      badLengths: 0,
      faults: 1,
      deafBytes: 0,
    });
  });

  it('remembers no more than the last 1000 commands', async () => {
    const { link, emulator } = start();
    await link.exchange(requests.samId);
    for (let count = 0; count < 1000; count += 1) link.request(requests.status);
    await link.pieces(1001);
    expect(emulator.log).toHaveLength(1000);
    expect(emulator.log).not.toContain('sam-id');
    expect(emulator.counters.commands).toBe(1001);
  });

  it('vanishes when unplugged, and answers on the next wire with the card still there', async () => {
    const { link, emulator } = start({ card });
    await link.exchange(requests.find);
    await link.exchange(requests.select);
    await link.exchange(requests.read);
    await emulator.unplug();
    expect(link.closed).toBe(true);
    expect(emulator.pluggedIn).toBe(false);
    expect(dump(await link.exchange(requests.status))).toBe('');
    const next = new MemoryLink();
    emulator.plugIn(next);
    expect(dump(await next.exchange(requests.find))).toBe(frames.found);
  });

  it('cannot hang on two wires', () => {
    const { emulator } = start();
    expect(() => {
      emulator.plugIn(new MemoryLink());
    }).toThrow(expect.objectContaining({ code: 'emulator.plugged-in-already' }));
  });

  it('can begin without a wire', async () => {
    const emulator = new ReaderEmulator(undefined, { card });
    const link = new MemoryLink();
    emulator.plugIn(link);
    expect(dump(await link.exchange(requests.find))).toBe(frames.found);
  });

  it('stops a reply that is under way when it is unplugged', async () => {
    const { link, emulator } = start({ faults: ['late:60000'] });
    link.request(requests.status);
    await emulator.close();
    expect(link.sent).toEqual([]);
  });

  it('reports a wire that fails and is unplugged from it', async () => {
    const { link, emulator, events } = start();
    link.failure = new Error('wire cut');
    await link.exchange(requests.status);
    expect(events.map(({ type }) => type)).toEqual(['command', 'link-failed', 'unplugged']);
    expect(emulator.pluggedIn).toBe(false);
    expect(link.closed).toBe(true);
  });

  it('refuses a script with a bad SAM id or a bad fault', () => {
    expect(() => new ReaderEmulator(undefined, { samId: '05.03' })).toThrow(
      expect.objectContaining({ code: 'emulator.bad-sam-id' }),
    );
    expect(() => new ReaderEmulator(undefined, { faults: ['fire'] })).toThrow(
      expect.objectContaining({ code: 'emulator.unknown-fault' }),
    );
  });

  it('never tells anything of the card in its events', async () => {
    const { link, events } = start({ card });
    await link.exchange(requests.find);
    await link.exchange(requests.select);
    await link.exchange(requests.read);
    expect(events.length).toBeGreaterThan(3);
    expect(JSON.stringify(events)).not.toMatch(/000000|测试/);
  });
});
