import type { ByteChannel } from './byte-channel.ts';
import type { Command } from './commands.ts';
import { abortError } from './delay.ts';
import type { FrameCounters, FrameParser } from './frame-parser.ts';
import { ReaderError } from './reader-error.ts';
import { parseReply, type Reply } from './reply.ts';

/** A pause this long inside a frame means that the rest is not coming, in ms (reader protocol §3.3). */
const interByteIdle = 500;

/** Bytes of the shortest reply frame: less noise than that cannot be a damaged reply. */
const shortestReplyFrame = 11;

export interface ReplyWaitOptions {
  readonly channel: ByteChannel;
  readonly parser: FrameParser;
  readonly command: Command;
  /** Whether a reply is the answer. */
  readonly accepts: (reply: Reply) => boolean;
  /** CMD, PARA and DATA as sent, to recognise its echo on half-duplex adapters. */
  readonly request: Uint8Array;
  /** For everything together, in ms. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  /** Told of each good frame that was not the answer. */
  readonly onStray: () => void;
}

/**
 * Waits for the answer to one command, from the moment before it is sent.
 *
 * Good frames that cannot be the answer are late replies to earlier commands, and are passed over.
 * When a frame breaks off or arrives damaged the wait ends half a second after the last byte instead
 * of at the time-out, because asking again is better than waiting for what will not come (reader
 * protocol §3.4). Before that the held bytes are scanned again: behind a header that was only noise
 * the answer may be complete.
 */
export class ReplyWait {
  readonly #options: ReplyWaitOptions;
  readonly #stops: (() => void)[] = [];
  readonly #reply: Promise<Reply>;
  #resolve!: (reply: Reply) => void;
  #fail!: (error: ReaderError) => void;
  #before: FrameCounters;
  #idle: NodeJS.Timeout | undefined;
  #broken = false;
  #strayBytes: number | undefined;

  constructor(options: ReplyWaitOptions) {
    this.#options = options;
    this.#before = options.parser.counters;
    this.#reply = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#fail = reject;
    });
    // Nobody may be waiting yet when it fails; whoever awaits `reply` or `during` still gets the error.
    this.#reply.catch(() => undefined);
    const { channel, timeout, signal } = options;
    const timer = setTimeout(() => {
      this.#giveUp();
    }, timeout);
    this.#stops.push(() => {
      clearTimeout(timer);
    });
    if (signal) this.#watch(signal);
    this.#stops.push(
      channel.onClose((cause) => {
        this.#fail(
          cause
            ? new ReaderError('reader.unplugged', { port: channel.path }, { cause })
            : new ReaderError('reader.closed'),
        );
      }),
    );
  }

  /** Starts to listen for the reply. What arrived before belongs to earlier commands. */
  listen(): void {
    this.#before = this.#options.parser.counters;
    this.#stops.push(
      this.#options.channel.onData((chunk) => {
        this.#take(chunk);
      }),
    );
  }

  /** Lets a piece of work end, unless the wait ends first: a driver that never answers must not hang us. */
  async during(work: Promise<void>): Promise<void> {
    await Promise.race([work, this.#reply]);
  }

  /** The reply, or the error that ended the wait. */
  get reply(): Promise<Reply> {
    return this.#reply;
  }

  /** Ends the wait with an error, because the link is being closed. */
  stop(error: ReaderError): void {
    this.#fail(error);
  }

  /** Stops timers and listeners. */
  end(): void {
    clearTimeout(this.#idle);
    for (const stop of this.#stops.splice(0)) stop();
  }

  #watch(signal: AbortSignal): void {
    const abort = (): void => {
      this.#fail(abortError(signal));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    this.#stops.push(() => {
      signal.removeEventListener('abort', abort);
    });
  }

  #take(chunk: Uint8Array): void {
    if (this.#offer(this.#options.parser.push(chunk))) return;
    clearTimeout(this.#idle);
    if (!this.#looksBroken()) return;
    this.#idle = setTimeout(() => {
      this.#giveUp();
    }, interByteIdle);
  }

  #looksBroken(): boolean {
    const { parser } = this.#options;
    const { badChecksums, discardedBytes } = parser.counters;
    this.#broken ||= badChecksums > this.#before.badChecksums;
    this.#broken ||= discardedBytes - this.#before.discardedBytes >= shortestReplyFrame;
    return this.#broken || parser.pending;
  }

  /** Takes the answer out of complete frames; the rest are strays. */
  #offer(bodies: readonly Uint8Array[]): boolean {
    let answered = false;
    for (const body of bodies) {
      const reply = sameBytes(body, this.#options.request) ? null : parseReply(body);
      if (!answered && reply && this.#options.accepts(reply)) {
        answered = true;
        this.#resolve(reply);
      } else if (reply) {
        this.#options.onStray();
        this.#strayBytes = reply.payload.length;
        body.fill(0);
      }
    }
    return answered;
  }

  #giveUp(): void {
    const { parser, command, channel, timeout } = this.#options;
    const incomplete = parser.pending;
    while (parser.pending) if (this.#offer(parser.abandon())) return;
    const about = { port: channel.path, command: command.name };
    if (this.#broken) this.#fail(new ReaderError('reader.damaged-reply', about));
    else if (incomplete) this.#fail(new ReaderError('reader.incomplete-reply', about));
    else if (this.#strayBytes !== undefined) {
      const bytes = this.#strayBytes;
      this.#fail(new ReaderError('reader.unexpected-reply', { ...about, bytes }));
    } else this.#fail(new ReaderError('reader.silent', { ...about, afterMs: timeout }));
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
