import type { CardReading } from '../../../main/card/card-reading.ts';
import type { WitnessError } from '../../../main/errors/witness-error.ts';
import type { FaceLooker } from '../../../main/face/types.ts';
import type { CheckRecord } from '../../../main/records/check-record.ts';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import type { RecordStore } from '../../../main/records/record-store.ts';
import { Counter, type CounterParts } from '../../../main/station/counter.ts';
import type { CounterRules } from '../../../main/station/counter-rules.ts';
import type { CounterState, StateIn } from '../../../main/station/counter-state.ts';
import { emptyLook, lookWith } from '../face/looked-face.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeReader } from './fake-reader.ts';
import { firstByteEngine, sampleReading, sampleRules } from './sample-guests.ts';

/** A frame whose comparison gives this score; `isEmpty`: nobody is on it. */
export const frameOf = (score: number, isEmpty = false): Uint8Array =>
  Uint8Array.of(score, isEmpty ? 1 : 2, 3, 4);

/** Sees on each frame what `frameOf` has put there. */
export const frameLooker: FaceLooker = {
  look: (frame) => Promise.resolve(frame[1] === 1 ? emptyLook : lookWith()),
};

/** Long enough for a guest to look up, or to have changed after an attempt, and for three frames. */
export const lookingTime = 1000;

/** Milliseconds from one frame to the next, far enough apart for both to be compared. */
export const frameInterval = 100;

export interface StageOptions {
  readonly parts?: Partial<CounterParts>;
  readonly rules?: Partial<CounterRules>;
  readonly prepare?: () => Promise<CounterParts>;
  readonly records?: RecordStore;
}

/** A counter at work, and what a test needs to see and do at it. */
export class CounterStage {
  readonly reader = new FakeReader();
  readonly clock = new FakeClock();
  readonly errors: WitnessError[] = [];
  readonly phases: string[] = [];
  readonly records: RecordStore;
  readonly counter: Counter;
  readonly parts: CounterParts;
  rules: CounterRules;
  closings = 0;
  stop = new AbortController();
  ended: Promise<void>;

  constructor({ parts, rules, prepare, records = createMemoryRecordStore() }: StageOptions = {}) {
    this.rules = { ...sampleRules, ...rules };
    this.records = records;
    this.parts = {
      reader: this.reader,
      decoder: {
        needsReader: () => false,
        decode: (raw) => Promise.resolve({ format: 'bmp', image: raw.slice(), decodedBy: 'test' }),
      },
      looker: frameLooker,
      engineFor: () => firstByteEngine(),
      asksForCloud: false,
      close: () => {
        this.closings += 1;
        return Promise.resolve();
      },
      ...parts,
    };
    this.counter = new Counter({
      prepare: prepare ?? (() => Promise.resolve(this.parts)),
      records: this.records,
      rules: () => this.rules,
      onError: (error) => this.errors.push(error),
      clock: this.clock,
    });
    this.counter.onChange(({ phase }) => {
      if (this.phases.at(-1) !== phase) this.phases.push(phase);
    });
    this.ended = this.counter.run(this.stop.signal);
  }

  get state(): CounterState {
    return this.counter.state;
  }

  /** Waits until the state is as wanted, and gives it. */
  async until(isWanted: (state: CounterState) => boolean): Promise<CounterState> {
    while (!isWanted(this.state)) {
      // Nothing comes after it: the test would wait for ever.
      if (this.state.phase === 'problem' && this.state.remedy === 'restart')
        throw new Error('the counter broke down', { cause: this.errors.at(-1) });
      await new Promise<void>((resolve) => {
        const off = this.counter.onChange(() => {
          off();
          resolve();
        });
      });
    }
    return this.state;
  }

  /** Waits for a state with this phase, and gives it. */
  async at<Phase extends CounterState['phase']>(phase: Phase): Promise<StateIn<Phase>> {
    return (await this.until((state) => state.phase === phase)) as StateIn<Phase>;
  }

  /** A card is laid down; resolves when it is read, with the visit it began. */
  async lay(reading: CardReading = sampleReading()): Promise<number> {
    const before = this.#visit;
    this.reader.emit({ type: 'arrived' });
    this.reader.emit({ type: 'read', reading });
    await this.until((state) => 'guest' in state && state.guest.visit > before);
    return this.#visit;
  }

  /** A card is laid down, and its holder agrees to be compared. */
  async receive(reading?: CardReading): Promise<number> {
    const visit = await this.lay(reading);
    this.counter.answerConsent(visit, { kind: 'face', cloud: false, guardian: false });
    await this.at('looking');
    return visit;
  }

  async lift(): Promise<void> {
    const { state } = this;
    this.reader.emit({ type: 'removed' });
    await this.until((now) => now !== state);
  }

  /** Offers frames until one is chosen; resolves when the comparison has begun. */
  async show(score: number, visit = this.#visit): Promise<readonly Uint8Array[]> {
    this.clock.pass(lookingTime - 3 * frameInterval);
    const frames = [1, 2, 3].map(() => frameOf(score));
    for (const frame of frames) {
      this.clock.pass(frameInterval);
      await this.counter.offerFrame(visit, frame);
    }
    return frames;
  }

  /** Shows frames, and waits for what their comparison comes to. */
  async attempt(score: number): Promise<CounterState> {
    await this.show(score);
    return this.until(({ phase }) => phase !== 'comparing');
  }

  /** All records, newest first. */
  async kept(): Promise<readonly CheckRecord[]> {
    return (await this.records.list({ offset: 0, limit: 200 })).records;
  }

  async end(): Promise<void> {
    this.stop.abort();
    await this.ended;
  }

  get #visit(): number {
    return 'guest' in this.state ? this.state.guest.visit : 0;
  }
}

/** Lets everything happen that only waits for its turn. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
