import type { CommandName } from '../../main/card/commands.ts';
import { toWitnessError } from '../../main/errors/unexpected-error.ts';
import type { EmulatedCard } from './emulated-card.ts';
import type { ReaderIdentity } from './emulated-reader.ts';
import { EmulatorError } from './emulator-error.ts';
import type { EmulatorCounters, EmulatorEvent } from './emulator-event.ts';
import type { EmulatorLink } from './emulator-link.ts';
import { parseFault, type Fault } from './fault.ts';
import { FaultyReader } from './faulty-reader.ts';
import { ReaderLine } from './reader-line.ts';

/** How an emulated reader begins. */
export interface EmulatorScript extends ReaderIdentity {
  /** The card that lies on the reader at the start. */
  readonly card?: EmulatedCard;
  /** Faults, as data or as written on the command line. */
  readonly faults?: readonly (Fault | string)[];
}

/** How many commands {@link ReaderEmulator.log} remembers. */
const logSize = 1000;

/**
 * A card reader that speaks the protocol byte for byte and misbehaves on demand.
 *
 * @example
 * ```ts
 * const port = openPseudoTerminal();
 * const emulator = new ReaderEmulator(port, { faults: ['fragment:7', 'status:41@read-base-info#1'] });
 * emulator.placeCard(makeCard(sampleCards.resident));
 * console.log(port.path);
 * ```
 */
export class ReaderEmulator {
  readonly #reader: FaultyReader;
  readonly #listeners = new Set<(event: EmulatorEvent) => void>();
  readonly #log: (CommandName | undefined)[] = [];
  #line: ReaderLine | undefined;

  /**
   * @param link - the wire; a reader that is plugged in later has none yet.
   * @throws EmulatorError for a script that cannot be played.
   */
  constructor(link?: EmulatorLink, script: EmulatorScript = {}) {
    this.#reader = new FaultyReader(script, (event) => {
      this.#emit(event);
    });
    for (const fault of script.faults ?? []) this.addFault(fault);
    if (script.card !== undefined) this.placeCard(script.card);
    if (link !== undefined) this.plugIn(link);
  }

  /** A snapshot of the counters. */
  get counters(): EmulatorCounters {
    return { ...this.#reader.counters, deafBytes: this.#line?.deafBytes ?? 0 };
  }

  /** The commands answered or kept silent to, latest last; `undefined` for what was not understood. At most 1000. */
  get log(): readonly (CommandName | undefined)[] {
    return this.#log;
  }

  /** The speed the reader listens at, in bits per second. */
  get speed(): number {
    return this.#reader.speed;
  }

  /** Whether the reader hangs on a wire. */
  get pluggedIn(): boolean {
    return this.#line !== undefined;
  }

  /** Calls back with everything that happens; returns the way to stop. */
  onEvent(listener: (event: EmulatorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Lays a card on the reader, in place of the one that lies there. */
  placeCard(card: EmulatedCard): void {
    this.#reader.placeCard(card);
  }

  /** Lifts the card, if one lies there. */
  liftCard(): void {
    this.#reader.liftCard();
  }

  /**
   * Adds a fault; returns the way to take it back.
   *
   * @throws EmulatorError `emulator.unknown-fault`, `emulator.bad-fault`.
   */
  addFault(fault: Fault | string): () => void {
    return this.#reader.faults.add(typeof fault === 'string' ? parseFault(fault) : fault);
  }

  /**
   * Hangs the reader on a wire.
   *
   * @throws EmulatorError `emulator.plugged-in-already`.
   */
  plugIn(link: EmulatorLink): void {
    if (this.#line !== undefined) throw new EmulatorError('emulator.plugged-in-already');
    this.#reader.powerUp();
    const line: ReaderLine = new ReaderLine({
      link,
      speed: () => this.#reader.speed,
      answer: (incoming) => this.#reader.answer(incoming),
      onGone: (error) => this.#lose(line, error),
    });
    this.#line = line;
    this.#emit({ type: 'plugged-in' });
  }

  /** Pulls the plug; the program sees its port vanish. The card stays where it lies. */
  async unplug(): Promise<void> {
    const line = this.#line;
    if (line === undefined) return;
    this.#line = undefined;
    await line.unplug();
    this.#emit({ type: 'unplugged' });
  }

  /** Unplugs for good. */
  async close(): Promise<void> {
    await this.unplug();
    this.#listeners.clear();
  }

  /** Unplugs from inside: by a fault, or because the wire failed. */
  async #lose(line: ReaderLine, error?: Error): Promise<void> {
    if (this.#line !== line) return;
    if (error !== undefined) this.#emit({ type: 'link-failed', error });
    try {
      await this.unplug();
    } catch (caught) {
      this.#emit({ type: 'link-failed', error: toWitnessError(caught) });
    }
  }

  #emit(event: EmulatorEvent): void {
    if (event.type === 'command') {
      this.#log.push(event.name);
      if (this.#log.length > logSize) this.#log.shift();
    }
    for (const listener of [...this.#listeners]) listener(event);
  }
}
