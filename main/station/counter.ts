import type { CardEvent } from '../card/card-event.ts';
import type { CardReading } from '../card/card-reading.ts';
import type { CardReader } from '../card/reader.ts';
import type { CompareEngine } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { CounterPort } from './counter-port.ts';
import type { CounterHappening, CounterState } from './counter-state.ts';
import { nextState } from './counter-transitions.ts';
import { StationError } from './station-error.ts';
import { verifyGuest } from './verify-guest.ts';

/** What a counter works with, ready for use. */
export interface CounterParts {
  readonly reader: Pick<CardReader, 'events' | 'close'>;
  readonly decoder: Pick<ChipPhotoDecoder, 'decode' | 'needsReader'>;
  readonly engine: CompareEngine;
  readonly rules: Pick<VerdictRules, 'far' | 'review'>;
  /** Camera frames to ask for per guest. Each is an attempt, and the FAR is divided over them. */
  readonly framesPerGuest: number;
  /** Lets go of reader, decoder and engine. */
  close(): Promise<void>;
}

export interface CounterOptions {
  /** Opens everything; until it has, the counter is `starting`. */
  readonly prepare: () => Promise<CounterParts>;
  /** Told of every error, with its cause; the state carries only what a person is to read. */
  readonly onError: (error: WitnessError) => void;
}

/** A counter's parts while it serves guests. */
interface OpenCounter {
  readonly parts: CounterParts;
  readonly port: CounterPort;
}

/**
 * One counter: guests lay their card on the reader, look at the camera, and get a verdict, one after
 * the other.
 *
 * @example
 * ```ts
 * const counter = new Counter({ prepare, onError });
 * counter.onChange((state) => show(state));
 * await counter.run(signal);
 * ```
 */
export class Counter {
  readonly #options: CounterOptions;
  readonly #listeners = new Set<(state: CounterState) => void>();
  #state: CounterState = { phase: 'starting' };
  #open: OpenCounter | undefined;
  #reading: CardReading | undefined;
  #verifying: Promise<void> | undefined;
  #visits = 0;

  constructor(options: CounterOptions) {
    this.#options = options;
  }

  get state(): CounterState {
    return this.#state;
  }

  /** Calls back with each new state; returns the way to stop. */
  onChange(listener: (state: CounterState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Serves guests until `signal` aborts. What fails meanwhile is a state, not an exception.
   *
   * @throws ReaderError when the parts cannot be closed at the end.
   */
  async run(signal: AbortSignal): Promise<void> {
    try {
      const parts = await this.#options.prepare();
      const port = new CounterPort(parts.reader);
      this.#open = { parts, port };
      this.#happen({ type: 'started' });
      for await (const event of port.events(signal)) {
        await this.#verifying;
        this.#onCardEvent(event, parts.framesPerGuest);
      }
    } catch (caught) {
      this.#happen({ type: 'broke-down', error: this.#report(caught).toJSON() });
    } finally {
      await this.#verifying;
      this.#forgetGuest();
      await this.#open?.parts.close();
    }
  }

  /**
   * Compares the guest's camera frames with the chip photo; resolves when there is a result or a
   * problem to see in the state. The frames are wiped afterwards, as is the card's reading.
   *
   * @param visit - the guest the frames are of, as the state `looking` has it.
   * @param frames - encoded images, at least one.
   * @throws StationError `station.not-looking` when no frames of this guest are awaited (any more),
   *   `station.no-frame`.
   */
  async submitFrames(visit: number, frames: readonly Uint8Array[]): Promise<void> {
    const [state, open, reading] = [this.#state, this.#open, this.#reading];
    const isAwaited = state.phase === 'looking' && state.guest.visit === visit;
    if (!isAwaited || open === undefined || reading === undefined)
      throw new StationError('station.not-looking');
    if (frames.length === 0) throw new StationError('station.no-frame');
    this.#happen({ type: 'frames-came' });
    this.#verifying = this.#verify(open, reading, frames);
    await this.#verifying;
  }

  async #verify(
    { parts: { decoder, engine, rules }, port }: OpenCounter,
    reading: CardReading,
    frames: readonly Uint8Array[],
  ): Promise<void> {
    const decode: ChipPhotoDecoder['decode'] = (raw) =>
      decoder.needsReader(raw) ? port.lend(() => decoder.decode(raw)) : decoder.decode(raw);
    try {
      const { decision } = await verifyGuest(
        { decoder: { decode }, engine, rules },
        reading,
        frames,
      );
      this.#happen({ type: 'verified', decision });
    } catch (caught) {
      this.#happen({ type: 'verification-failed', error: this.#report(caught).toJSON() });
    } finally {
      for (const frame of frames) frame.fill(0);
    }
  }

  #onCardEvent(event: CardEvent, framesWanted: number): void {
    if (event.type === 'read-failed' || event.type === 'reader-lost') this.#report(event.error);
    if (event.type !== 'read') {
      this.#happen(event);
      return;
    }
    const { reading } = event;
    this.#forgetGuest();
    this.#reading = reading;
    this.#visits += 1;
    this.#happen({
      type: 'card-read',
      guest: { visit: this.#visits, card: reading.card, warnings: reading.warnings },
      framesWanted,
    });
  }

  #happen(happening: CounterHappening): void {
    const state = nextState(this.#state, happening);
    if (state === this.#state) return;
    this.#state = state;
    // Text and photo of the card are needed no longer than for this one comparison.
    if (state.phase !== 'looking' && state.phase !== 'comparing') this.#forgetGuest();
    for (const listener of this.#listeners) listener(state);
  }

  #forgetGuest(): void {
    this.#reading?.wipe();
    this.#reading = undefined;
  }

  #report(caught: unknown): WitnessError {
    const error = toWitnessError(caught);
    this.#options.onError(error);
    return error;
  }
}
