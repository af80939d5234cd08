import type { OpenChannel } from './byte-channel.ts';
import { resetSam, samStatus, setMaxRfBytes, setSpeed, type Speed } from './commands.ts';
import { delay, throwIfAborted } from './delay.ts';
import type { Discard } from './frame-parser.ts';
import { addCounters, noCounters, type LinkCounters } from './link-counters.ts';
import { Link } from './link.ts';
import { isReaderError, isTransmissionError, ReaderError, statusGroupOf } from './reader-error.ts';

/** A port and the speed to open it at. */
export interface PortChoice {
  readonly path: string;
  /** Bits per second. */
  readonly baudRate: number;
}

export interface ConnectionOptions {
  readonly openChannel: OpenChannel;
  /**
   * The port, or a way to find it, asked each time the port is opened: a reader that was plugged in
   * again may have got another name.
   */
  readonly port: PortChoice | ((signal?: AbortSignal) => Promise<PortChoice>);
  /** Sent after each opening when given: 24 to 255; 80 and 88 are in use (reader protocol §1.3). */
  readonly maxRfBytes?: number;
  /** Told of bytes thrown away. */
  readonly onDiscard?: (discard: Discard) => void;
}

/** A module that was just powered needs up to 2.5 s before it answers (reader protocol §3.3). */
const greetingAttempts = 3;

/** What a module needs between a change of speed and the next command, in ms (reader protocol §1.1). */
const pauseAfterSpeed = 5;

/**
 * A port that is open with a reader answering on it, or closed. Can be opened again and again; the
 * counters go on over all openings.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #onLost: () => void;
  #link: Link | null = null;
  #speed: number | undefined;
  #past: LinkCounters = noCounters;

  /** @param onLost - called when an open port is gone without having been closed. */
  constructor(options: ConnectionOptions, onLost: () => void) {
    this.#options = options;
    this.#onLost = onLost;
  }

  /** @throws ReaderError `reader.closed` when nothing is open. */
  get link(): Link {
    if (!this.#link) throw new ReaderError('reader.closed');
    return this.#link;
  }

  /** The counters of all links so far. */
  get counters(): LinkCounters {
    return this.#link ? addCounters(this.#past, this.#link.counters) : this.#past;
  }

  /**
   * Opens the port and waits for the security module to say that it is well.
   *
   * @throws ReaderError when the port does not open, nothing answers, or the module is broken; the
   * port is closed again then.
   */
  async open(signal?: AbortSignal): Promise<void> {
    const { port } = this.#options;
    if (typeof port === 'function') await this.#openAt(await port(signal), signal);
    else await this.#openAt({ ...port, baudRate: this.#speed ?? port.baudRate }, signal);
  }

  /** Resets the security module and waits for it to be well again. */
  async resetSam(signal?: AbortSignal): Promise<void> {
    await this.link.execute(resetSam, { signal });
    await greet(this.link, signal);
  }

  /**
   * Changes the speed of the reader and of the port, and checks that the reader answers at the new
   * one. If it does not, goes back to the former speed.
   *
   * @throws ReaderError `reader.speed-not-set`, or what the reader says to the command.
   */
  async setSpeed(speed: Speed, signal?: AbortSignal): Promise<void> {
    const { path, baudRate } = this.link.channel;
    await this.link.execute(setSpeed(speed), { signal });
    await this.close();
    await delay(pauseAfterSpeed, signal);
    try {
      await this.#openAt({ path, baudRate: speed }, signal);
      this.#speed = speed;
    } catch (cause) {
      await this.#openAt({ path, baudRate }, signal);
      throw new ReaderError('reader.speed-not-set', { speed }, { cause });
    }
  }

  get isOpen(): boolean {
    return this.#link !== null;
  }

  /**
   * Closes the port if it is open.
   *
   * @throws ReaderError `reader.close-timed-out`; this connection is closed all the same.
   */
  async close(): Promise<void> {
    const link = this.#link;
    this.#link = null;
    if (!link) return;
    this.#past = addCounters(this.#past, link.counters);
    await link.close();
  }

  async #openAt(choice: PortChoice, signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal);
    await this.close();
    const channel = await this.#options.openChannel(choice);
    const link = new Link(channel, this.#options.onDiscard);
    this.#link = link;
    channel.onClose((cause) => {
      if (cause && this.#link === link) this.#onLost();
    });
    try {
      await greet(link, signal);
      const { maxRfBytes } = this.#options;
      if (maxRfBytes !== undefined) await link.execute(setMaxRfBytes(maxRfBytes), { signal });
    } catch (error) {
      // A port that then does not close either shows as busy at the next opening; why it was
      // closed is the better thing to say now.
      await this.close().catch(() => undefined);
      throw error;
    }
  }
}

/** Asks for the status until the module is well. */
const greet = async (link: Link, signal: AbortSignal | undefined): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await link.execute(samStatus, { signal });
      return;
    } catch (error) {
      const hopeless = !isReaderError(error) || statusGroupOf(error) === 'reader-broken';
      const mayPass = isTransmissionError(error) || statusGroupOf(error) !== undefined;
      if (hopeless || !mayPass || attempt === greetingAttempts) throw error;
    }
  }
};
