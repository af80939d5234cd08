import type { ByteChannel } from './byte-channel.ts';
import { bodyOf, readSamId, resetSam, type Command } from './commands.ts';
import { throwIfAborted } from './delay.ts';
import { FrameParser, type Discard } from './frame-parser.ts';
import { encodeFrame } from './frame.ts';
import type { LinkCounters } from './link-counters.ts';
import { errorOfStatus, isReaderError, isTransmissionError, ReaderError } from './reader-error.ts';
import { ReplyWait } from './reply-wait.ts';
import { canAnswer, provesStep, type Reply } from './reply.ts';
import { statusGroup } from './status.ts';
import { timeoutOf } from './timing.ts';
import { Turnstile } from './turnstile.ts';

export interface RequestOptions {
  /** Ends the command with `reader.aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends commands over a channel and gets their replies, one at a time.
 *
 * The protocol puts no number into replies, so a late one can be taken for the next. Three things
 * keep them apart:
 *
 * 1. before each command the channel is flushed and the parser reset: what has arrived is gone;
 * 2. a reply whose status or size cannot belong to the command is passed over ({@link canAnswer});
 * 3. after a command that ended without its reply, the link first asks for the SAM id, the one reply
 *    with a shape of its own, and drops everything before it. A reader answers in order, so nothing
 *    old can follow. Without this, one guest's card could be delivered as the next guest's.
 */
export class Link {
  readonly channel: ByteChannel;
  readonly #parser: FrameParser;
  readonly #counters = {
    commands: 0,
    timeouts: 0,
    badReplies: 0,
    lateReplies: 0,
    resynchronisations: 0,
  };
  readonly #turnstile = new Turnstile();
  #waiting: ReplyWait | null = null;
  #outOfStep = false;
  #closed: ReaderError | null = null;

  constructor(channel: ByteChannel, onDiscard?: (discard: Discard) => void) {
    this.channel = channel;
    this.#parser = new FrameParser(onDiscard ? { onDiscard } : {});
    channel.onClose((cause) => {
      this.#closed = cause
        ? new ReaderError('reader.unplugged', { port: channel.path }, { cause })
        : new ReaderError('reader.closed');
    });
  }

  /** A snapshot of the counters. */
  get counters(): LinkCounters {
    return { ...this.#parser.counters, ...this.#counters };
  }

  /**
   * Sends a command when its turn comes, and resolves with the reply, whatever its status.
   *
   * @throws ReaderError `reader.silent`, `reader.damaged-reply`, `reader.incomplete-reply` or
   * `reader.unexpected-reply` when no answer came; `reader.unplugged`, `reader.closed`,
   * `reader.aborted`. Its stack is that of this call.
   */
  async request(command: Command, options: RequestOptions = {}): Promise<Reply> {
    // Failures come out of timers and events; without this their stack would name neither caller.
    const caller = new Error(command.name);
    try {
      return await this.#turnstile.run(() => this.#inStep(command, options.signal));
    } catch (error) {
      throw withFrames(error, caller);
    }
  }

  /**
   * Like {@link Link.request}, for commands that must succeed.
   *
   * @returns the data of the reply.
   * @throws ReaderError also for every status but success: `sam.…` or `reader.unknown-status`.
   */
  async execute(command: Command, options: RequestOptions = {}): Promise<Uint8Array> {
    const reply = await this.request(command, options);
    if (reply.sw3 !== command.success) throw errorOfStatus(reply.sw3, command.name);
    return reply.payload;
  }

  /** Closes the channel; what is waiting ends with `reader.closed`. */
  async close(): Promise<void> {
    this.#closed ??= new ReaderError('reader.closed');
    this.#waiting?.stop(this.#closed);
    this.#parser.reset();
    await this.channel.close();
  }

  async #inStep(command: Command, signal: AbortSignal | undefined): Promise<Reply> {
    // A reset must reach a reader that no longer answers anything else.
    if (this.#outOfStep && command.name !== readSamId.name && command.name !== resetSam.name) {
      const { sw3 } = await this.#exchange(readSamId, signal);
      if (statusGroup(sw3) === 'reader-broken') throw errorOfStatus(sw3, readSamId.name);
    }
    return this.#exchange(command, signal);
  }

  async #exchange(command: Command, signal: AbortSignal | undefined): Promise<Reply> {
    throwIfAborted(signal);
    if (this.#closed) throw this.#closed;
    const resynchronising = this.#outOfStep && command.name === readSamId.name;
    this.#counters.commands += 1;
    if (resynchronising) this.#counters.resynchronisations += 1;
    const accepts = resynchronising ? provesStep : canAnswer;
    const wait = this.#startWait(command, (reply) => accepts(command, reply), signal);
    try {
      const reply = await this.#send(command, wait);
      if (resynchronising) this.#outOfStep = false;
      return reply;
    } catch (error) {
      this.#outOfStep = true;
      if (isReaderError(error) && error.code === 'reader.silent') this.#counters.timeouts += 1;
      else if (isTransmissionError(error)) this.#counters.badReplies += 1;
      throw error;
    } finally {
      this.#waiting = null;
      wait.end();
    }
  }

  #startWait(
    command: Command,
    accepts: (reply: Reply) => boolean,
    signal: AbortSignal | undefined,
  ): ReplyWait {
    const { channel } = this;
    this.#waiting = new ReplyWait({
      channel,
      parser: this.#parser,
      command,
      accepts,
      request: bodyOf(command),
      timeout: timeoutOf(command, channel.baudRate),
      signal,
      onStray: () => {
        this.#counters.lateReplies += 1;
      },
    });
    return this.#waiting;
  }

  async #send(command: Command, wait: ReplyWait): Promise<Reply> {
    await wait.during(this.channel.flush());
    this.#parser.reset();
    wait.listen();
    await wait.during(this.channel.write(encodeFrame(bodyOf(command))));
    return wait.reply;
  }
}

/** Gives an error the frames of the place that asked. */
const withFrames = (error: unknown, { stack = '' }: Error): unknown => {
  if (isReaderError(error)) {
    error.stack = `${error.name}: ${error.message}${stack.slice(stack.indexOf('\n'))}`;
  }
  return error;
};
