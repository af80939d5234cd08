import type { ByteChannel, OpenChannel } from '../../../main/card/byte-channel.ts';
import { FrameParser } from '../../../main/card/frame-parser.ts';
import { encodeFrame } from '../../../main/card/frame.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { baseInfo, chipPhoto, residentText } from './synthetic-cards.ts';
import { hex } from './hex.ts';

export interface ScriptedCard {
  readonly text: Uint8Array;
  readonly photo: Uint8Array;
  readonly fingerprints?: Uint8Array;
  readonly addresses?: Uint8Array;
}

/** What a fault makes of the frame that would have answered: pieces, each after a pause in ms. */
export type Fault = (
  frame: Uint8Array,
  reader: ScriptedReader,
) => readonly (readonly [after: number, bytes: Uint8Array])[];

const requestName = (body: Uint8Array): string =>
  [...body.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

const samIdBytes = hex('05 00 03 00 A6 3A 34 01 87 D6 12 00 C0 34 0E 35');

/**
 * The other end of an in-memory channel: a reader that speaks the real bytes, and misbehaves on
 * demand. It keeps the rule that a card that was read is not found again before it was lifted.
 */
export class ScriptedReader {
  /** Requests received so far, such as `20 01`. */
  readonly log: string[] = [];
  /** Speed at which the reader listens. Requests at another speed are lost. */
  speed = 115_200;
  plugged = true;
  silent = false;
  /** Errors for the next openings, in order. */
  readonly openErrors: ReaderError[] = [];
  openings = 0;
  /** SW3 given to requests instead of the usual answer. */
  readonly statuses = new Map<string, number>();
  sixByteHeader = false;
  channel: ScriptedChannel | null = null;
  #card: ScriptedCard | null = null;
  #taken = false;
  #selected = false;
  readonly #faults: { readonly request: string; readonly fault: Fault }[] = [];

  readonly openChannel: OpenChannel = ({ path, baudRate }) => {
    this.openings += 1;
    const error = this.openErrors.shift();
    if (error) return Promise.reject(error);
    if (!this.plugged)
      return Promise.reject(new ReaderError('reader.port-not-found', { port: path }));
    this.channel = new ScriptedChannel(path, baudRate, this);
    return Promise.resolve(this.channel);
  };

  place(card: ScriptedCard = { text: residentText(), photo: chipPhoto() }): void {
    this.#card = card;
    this.#taken = this.#selected = false;
  }

  /** Puts a card down that was read before anybody watched. */
  placeAlreadyRead(): void {
    this.place();
    this.#taken = this.#selected = true;
  }

  lift(): void {
    this.#card = null;
    this.#taken = this.#selected = false;
  }

  /** Makes the next answer to a request, such as `30 01`, go wrong. Several queue up. */
  next(request: string, fault: Fault): this {
    this.#faults.push({ request, fault });
    return this;
  }

  unplug(): void {
    this.plugged = false;
    this.channel?.lose(new Error('device disconnected'));
  }

  count(request: string): number {
    return this.log.filter((entry) => entry === request).length;
  }

  /** Takes a request, and returns what goes over the line. */
  take(body: Uint8Array, baudRate: number): readonly (readonly [number, Uint8Array])[] {
    if (baudRate !== this.speed) return [];
    const name = requestName(body);
    this.log.push(name);
    if (this.silent) return [];
    const frame = encodeFrame(this.#answer(name, body));
    const index = this.#faults.findIndex(({ request }) => request === name);
    const [entry] = index === -1 ? [] : this.#faults.splice(index, 1);
    return entry ? entry.fault(frame, this) : [[0, frame]];
  }

  #answer(name: string, body: Uint8Array): Uint8Array {
    const status = this.statuses.get(name);
    if (status !== undefined) return Uint8Array.of(0, 0, status);
    switch (name) {
      case '10 ff':
        this.#taken = this.#selected = false;
        return hex('00 00 90');
      case '11 ff':
      case '61 ff':
        return hex('00 00 90');
      case '12 ff':
        return Uint8Array.of(0, 0, 0x90, ...samIdBytes);
      case '20 01':
        return this.#card && !this.#taken ? hex('00 00 9F 00 00 00 00') : hex('00 00 80');
      case '20 02':
        this.#selected = this.#card !== null;
        return this.#card ? hex('00 00 90 00 00 00 00 00 00 00 00') : hex('00 00 81');
      default:
        return name.startsWith('60') ? this.#changeSpeed(body) : this.#read(name);
    }
  }

  #changeSpeed(body: Uint8Array): Uint8Array {
    this.speed = [115_200, 57_600, 38_400, 19_200, 9600][body[1] ?? 0] ?? this.speed;
    return hex('00 00 90');
  }

  #read(name: string): Uint8Array {
    const card = this.#card;
    if (!card || !this.#selected) return hex('00 00 41');
    switch (name) {
      case '30 01':
      case '30 10': {
        this.#taken = true;
        const long = name === '30 10' || this.sixByteHeader;
        const prints = long ? (card.fingerprints ?? new Uint8Array()) : undefined;
        return Uint8Array.of(0, 0, 0x90, ...baseInfo(card.text, card.photo, prints));
      }
      case '30 03':
        return card.addresses ? Uint8Array.of(0, 0, 0x90, ...card.addresses) : hex('00 00 91');
      case '30 05':
        return Uint8Array.of(0, 0, 0x90, ...Array.from({ length: 28 }, (_, index) => index));
      default:
        return hex('00 00 21');
    }
  }
}

/** The host's end of the line. */
export class ScriptedChannel implements ByteChannel {
  readonly path: string;
  readonly baudRate: number;
  readonly #reader: ScriptedReader;
  readonly #requests = new FrameParser();
  readonly #dataListeners = new Set<(chunk: Uint8Array) => void>();
  readonly #closeListeners = new Set<(cause?: Error) => void>();
  #open = true;

  constructor(path: string, baudRate: number, reader: ScriptedReader) {
    this.path = path;
    this.baudRate = baudRate;
    this.#reader = reader;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  write(bytes: Uint8Array): Promise<void> {
    if (!this.#open) return Promise.reject(new ReaderError('reader.closed'));
    for (const body of this.#requests.push(bytes)) {
      let after = 0;
      for (const [pause, piece] of this.#reader.take(body, this.baudRate)) {
        after += pause;
        setTimeout(() => {
          this.deliver(piece);
        }, after);
      }
    }
    return Promise.resolve();
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  onData(listener: (chunk: Uint8Array) => void): () => void {
    this.#dataListeners.add(listener);
    return () => this.#dataListeners.delete(listener);
  }

  onClose(listener: (cause?: Error) => void): () => void {
    this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }

  close(): Promise<void> {
    this.lose();
    return Promise.resolve();
  }

  deliver(piece: Uint8Array): void {
    if (!this.#open) return;
    for (const listener of [...this.#dataListeners]) listener(Uint8Array.from(piece));
  }

  lose(cause?: Error): void {
    if (!this.#open) return;
    this.#open = false;
    for (const listener of [...this.#closeListeners]) listener(cause);
  }
}
