import { afterEach, describe, expect, it } from 'vitest';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import type { WitnessError } from '../../../main/errors/witness-error.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { Counter, type CounterParts } from '../../../main/station/counter.ts';
import type { CounterState } from '../../../main/station/counter-state.ts';
import { FakeReader } from './fake-reader.ts';
import { firstByteEngine, sampleReading } from './sample-guests.ts';

/** A counter at work, and what the test needs to see of it. */
class Stage {
  readonly reader = new FakeReader();
  readonly errors: WitnessError[] = [];
  readonly phases: string[] = [];
  readonly stop = new AbortController();
  closings = 0;
  readonly counter: Counter;
  readonly ended: Promise<void>;

  constructor(parts: Partial<CounterParts> = {}, prepare?: () => Promise<CounterParts>) {
    const all: CounterParts = {
      reader: this.reader,
      decoder: {
        needsReader: () => false,
        decode: (raw) => Promise.resolve({ format: 'bmp', image: raw.slice(), decodedBy: 'test' }),
      },
      engine: firstByteEngine(),
      rules: { far: 0.001, review: true },
      framesPerGuest: 1,
      close: () => {
        this.closings += 1;
        return Promise.resolve();
      },
      ...parts,
    };
    this.counter = new Counter({
      prepare: prepare ?? (() => Promise.resolve(all)),
      onError: (error) => this.errors.push(error),
    });
    this.counter.onChange((state) => this.phases.push(state.phase));
    this.ended = this.counter.run(this.stop.signal);
  }

  /** Waits for a state with this phase, and gives it. */
  async at<Phase extends CounterState['phase']>(
    phase: Phase,
  ): Promise<Extract<CounterState, { phase: Phase }>> {
    for (;;) {
      const { state } = this.counter;
      if (state.phase === phase) return state as Extract<CounterState, { phase: Phase }>;
      await new Promise<void>((resolve) => {
        const off = this.counter.onChange(() => {
          off();
          resolve();
        });
      });
    }
  }

  async end(): Promise<void> {
    this.stop.abort();
    await this.ended;
  }
}

const frame = (score: number): Uint8Array => new Uint8Array([score, 1, 2]);

let stage: Stage;
afterEach(() => stage.end());

describe('Counter', () => {
  it('takes a guest from card to verdict, and the next one after', async () => {
    stage = new Stage();
    stage.reader.emit({ type: 'arrived' });
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    const { guest, framesWanted } = await stage.at('looking');
    expect(guest).toMatchObject({ visit: 1, card: { name: '测试甲' }, warnings: ['expired'] });
    expect(framesWanted).toBe(1);
    await stage.counter.submitFrames(1, [frame(85)]);
    expect(stage.counter.state).toMatchObject({
      phase: 'result',
      decision: { verdict: 'pass', score: 85, threshold: 80, far: 0.001 },
      cardLies: true,
    });
    stage.reader.emit({ type: 'removed' });
    stage.reader.emit({ type: 'arrived' });
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    expect((await stage.at('looking')).guest.visit).toBe(2);
    expect(stage.phases).toEqual([
      'waiting-for-card',
      'reading',
      'looking',
      'comparing',
      'result',
      'result',
      'reading',
      'looking',
    ]);
    expect(stage.errors).toEqual([]);
  });

  it('wipes card and frames after the verification', async () => {
    const compared: Uint8Array[] = [];
    stage = new Stage({ engine: firstByteEngine(compared), framesPerGuest: 2 });
    const reading = sampleReading();
    const frames = [frame(10), frame(20)];
    stage.reader.emit({ type: 'read', reading });
    await stage.at('looking');
    await stage.counter.submitFrames(1, frames);
    expect(compared[0]?.every((byte) => byte === 7)).toBe(true);
    for (const buffer of [reading.text, reading.photo, ...frames])
      expect(buffer.every((byte) => byte === 0)).toBe(true);
  });

  it('forgets a card that is lifted before the camera has seen the guest', async () => {
    stage = new Stage();
    const reading = sampleReading();
    stage.reader.emit({ type: 'read', reading });
    await stage.at('looking');
    stage.reader.emit({ type: 'removed' });
    await stage.at('waiting-for-card');
    expect(reading.photo.every((byte) => byte === 0)).toBe(true);
    await expect(stage.counter.submitFrames(1, [frame(99)])).rejects.toMatchObject({
      code: 'station.not-looking',
    });
    expect(stage.counter.state.phase).toBe('waiting-for-card');
  });

  it('never compares frames of one guest with the card of the next', async () => {
    stage = new Stage();
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    await stage.at('looking');
    stage.reader.emit({ type: 'removed' });
    await stage.at('waiting-for-card');
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    await stage.at('looking');
    await expect(stage.counter.submitFrames(1, [frame(99)])).rejects.toMatchObject({
      code: 'station.not-looking',
    });
    expect(stage.counter.state).toMatchObject({ phase: 'looking', guest: { visit: 2 } });
  });

  it('goes on waiting when it is given no frame at all', async () => {
    stage = new Stage();
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    await stage.at('looking');
    await expect(stage.counter.submitFrames(1, [])).rejects.toMatchObject({
      code: 'station.no-frame',
    });
    expect(stage.counter.state.phase).toBe('looking');
  });

  it('gives the verdict even when the card is lifted during the comparison', async () => {
    let finish = (): void => undefined;
    const scored = firstByteEngine();
    stage = new Stage({
      engine: {
        name: 'slow',
        compareFaces: async (request) => {
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          return scored.compareFaces(request);
        },
      },
    });
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    await stage.at('looking');
    const submitted = stage.counter.submitFrames(1, [frame(85)]);
    stage.reader.emit({ type: 'removed' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(stage.counter.state.phase).toBe('comparing');
    finish();
    await submitted;
    expect(await stage.at('result')).toMatchObject({ decision: { verdict: 'pass' } });
  });

  it('shows why there is no verdict when no frame has a face', async () => {
    stage = new Stage({
      engine: {
        name: 'blind',
        compareFaces: () =>
          Promise.reject(new CompareFacesError('Error.NoFaceDetected', { which: 'target' })),
      },
    });
    const reading = sampleReading();
    stage.reader.emit({ type: 'read', reading });
    await stage.at('looking');
    await stage.counter.submitFrames(1, [frame(1)]);
    expect(stage.counter.state).toMatchObject({
      phase: 'problem',
      error: { code: 'Error.NoFaceDetected' },
      remedy: 'lift-card',
    });
    expect(stage.errors).toHaveLength(1);
    expect(reading.photo.every((byte) => byte === 0)).toBe(true);
  });

  it('shows why there is no verdict when the chip photo cannot be decoded', async () => {
    stage = new Stage({
      decoder: {
        needsReader: () => false,
        decode: () => Promise.reject(new PhotoError('photo.no-decoder')),
      },
    });
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    await stage.at('looking');
    await stage.counter.submitFrames(1, [frame(1)]);
    expect(stage.counter.state).toMatchObject({ error: { code: 'photo.no-decoder' } });
  });

  it('frees the port for a decoder that needs it, and goes on reading cards', async () => {
    const portWasOpen: boolean[] = [];
    stage = new Stage({
      decoder: {
        needsReader: () => true,
        decode: (raw) => {
          portWasOpen.push(stage.reader.isOpen);
          return Promise.resolve({ format: 'bmp', image: raw.slice(), decodedBy: 'test' });
        },
      },
    });
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    await stage.at('looking');
    await stage.counter.submitFrames(1, [frame(85)]);
    stage.reader.emit({ type: 'already-read' });
    stage.reader.emit({ type: 'removed' });
    stage.reader.emit({ type: 'arrived' });
    await stage.at('reading');
    expect(portWasOpen).toEqual([false]);
    expect(stage.phases).toEqual([
      'waiting-for-card',
      'looking',
      'comparing',
      'result',
      'result',
      'result',
      'reading',
    ]);
  });

  it('says that the reader is gone, and waits again when it is back', async () => {
    stage = new Stage();
    await stage.at('waiting-for-card');
    stage.reader.emit({ type: 'reader-lost', error: new ReaderError('reader.unplugged') });
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'reader.unplugged' },
      remedy: 'wait-for-reader',
    });
    stage.reader.emit({ type: 'reader-recovered', attempts: 2 });
    await stage.at('waiting-for-card');
    expect(stage.errors.map(({ code }) => code)).toEqual(['reader.unplugged']);
  });

  it('says what it could not start with, instead of ending', async () => {
    stage = new Stage({}, () => Promise.reject(new PhotoError('photo.no-decoder')));
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'photo.no-decoder' },
      remedy: 'restart',
    });
    expect(stage.closings).toBe(0);
  });

  it('closes its parts when the reader fails in a way nobody foresaw', async () => {
    stage = new Stage();
    stage.reader.emit(new Error('a defect'));
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'witness.unexpected' },
      remedy: 'restart',
    });
    await stage.ended;
    expect(stage.closings).toBe(1);
    expect(stage.errors[0]?.cause).toBeInstanceOf(Error);
  });

  it('wipes the card and closes its parts when it is stopped', async () => {
    stage = new Stage();
    const reading = sampleReading();
    stage.reader.emit({ type: 'read', reading });
    await stage.at('looking');
    await stage.end();
    expect(stage.closings).toBe(1);
    expect(reading.text.every((byte) => byte === 0)).toBe(true);
  });

  it('stops telling a listener that has left', async () => {
    stage = new Stage();
    await stage.at('waiting-for-card');
    const seen: string[] = [];
    const off = stage.counter.onChange((state) => seen.push(state.phase));
    stage.reader.emit({ type: 'arrived' });
    await stage.at('reading');
    off();
    stage.reader.emit({ type: 'removed' });
    await stage.at('waiting-for-card');
    expect(seen).toEqual(['reading']);
  });
});
