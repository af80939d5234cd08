import { toWitnessError } from '../errors/unexpected-error.ts';
import type { EmulatedCard } from '../../native-bridge/reader-emulator/emulated-card.ts';
import type { EmulatorEvent } from '../../native-bridge/reader-emulator/emulator-event.ts';
import { ReaderEmulator } from '../../native-bridge/reader-emulator/reader-emulator.ts';
import { DemoError } from './demo-error.ts';
import type { DemoEvent, DemoListener } from './demo-event.ts';
import { openEmulatedPort, type EmulatedPort } from './emulated-port.ts';

/** An emulated reader on its port, and a card in somebody's hand. */
export class EmulatedCounter {
  readonly port: Pick<EmulatedPort, 'path' | 'openChannel' | 'isReal'>;
  readonly #port: EmulatedPort;
  readonly #emulator = new ReaderEmulator();
  readonly #listeners = new Set<DemoListener>();
  #card: EmulatedCard | undefined;
  #cardLies = false;
  #isClosed = false;

  /** @throws PseudoTerminalError when the system has no port to give. */
  constructor() {
    this.#port = openEmulatedPort();
    this.port = this.#port;
    this.#emulator.onEvent((event) => {
      this.#pass(event);
    });
    try {
      this.plugIn();
    } catch (caught) {
      this.#port.close();
      throw caught;
    }
  }

  get cardLies(): boolean {
    return this.#cardLies;
  }

  /** Calls back with everything that happens; returns the way to stop. */
  onEvent(listener: DemoListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: DemoEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Calls back once, when a card has been read. */
  afterReading(listener: () => void): () => void {
    const stop = this.#emulator.onEvent(({ type }) => {
      if (type !== 'card-read') return;
      stop();
      listener();
    });
    return stop;
  }

  /**
   * Lays down a card, in place of the one that lies there.
   *
   * @param card - left out, the one that lay there last.
   * @throws DemoError `demo.no-card`, `demo.closed`.
   */
  placeCard(card: EmulatedCard | undefined = this.#card): void {
    this.#assertOpen();
    if (card === undefined) throw new DemoError('demo.no-card');
    this.#card = card;
    this.#emulator.placeCard(card);
  }

  /** Lifts the card, if one lies there. */
  liftCard(): void {
    this.#emulator.liftCard();
  }

  /** Pulls the reader's plug; the card stays where it lies. */
  async unplug(): Promise<void> {
    await this.#emulator.unplug();
  }

  /**
   * Plugs the reader in again, on the same port, if it is not.
   *
   * @throws DemoError `demo.closed`; PseudoTerminalError.
   */
  plugIn(): void {
    this.#assertOpen();
    if (!this.#emulator.pluggedIn) this.#emulator.plugIn(this.#port.connect());
  }

  /** Ends it; the port vanishes. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    this.#card = undefined;
    await this.#emulator.close();
    this.#port.close();
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new DemoError('demo.closed');
  }

  #pass(event: EmulatorEvent): void {
    switch (event.type) {
      case 'card-placed':
      case 'card-lifted':
        this.#cardLies = event.type === 'card-placed';
        this.emit({ type: event.type });
        return;
      case 'plugged-in':
      case 'unplugged':
        this.emit({ type: event.type });
        return;
      case 'link-failed':
        this.emit({ type: 'failed', error: toWitnessError(event.error) });
        return;
      case 'card-read':
      case 'command':
    }
  }
}
