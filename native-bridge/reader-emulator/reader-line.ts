import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { FrameParser, shortestRequest } from '../../main/card/frame-parser.ts';
import type { Delivery } from './delivery.ts';
import type { EmulatorLink } from './emulator-link.ts';
import { refusals } from './request.ts';

/** What comes in on a line, one at a time: a request, or a frame that was not one. */
export type Incoming =
  | { readonly kind: 'body'; readonly body: Uint8Array }
  | { readonly kind: 'damaged'; readonly sw3: number };

export interface ReaderLineOptions {
  readonly link: EmulatorLink;
  /** The speed the reader listens at now. */
  readonly speed: () => number;
  /** Says how to answer; the next request waits until that is done. */
  readonly answer: (incoming: Incoming) => Delivery;
  /** A delivery pulls the plug, or the wire failed: whoever owns the line unplugs it. */
  readonly onGone: (cause?: Error) => Promise<void>;
}

/** Milliseconds of quiet after which a frame that has begun is taken for cut short. */
const quietTime = 500;

/** The reader's end of one wire, from plugging in to unplugging. */
export class ReaderLine {
  readonly #options: ReaderLineOptions;
  readonly #stop = new AbortController();
  readonly #parser: FrameParser;
  readonly #stopListening: () => void;
  #work: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;
  #deafBytes = 0;

  constructor(options: ReaderLineOptions) {
    this.#options = options;
    this.#parser = new FrameParser({
      minimumLength: shortestRequest,
      onDiscard: ({ reason }) => {
        if (reason === 'bad-checksum') this.#take({ kind: 'damaged', sw3: refusals.badChecksum });
        if (reason === 'bad-length' || reason === 'abandoned') {
          this.#take({ kind: 'damaged', sw3: refusals.badLength });
        }
      },
    });
    this.#stopListening = options.link.onData((chunk) => {
      this.#hear(chunk);
    });
  }

  /** Bytes that came at a speed the reader does not listen at. */
  get deafBytes(): number {
    return this.#deafBytes;
  }

  #isUnplugged(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Pulls the plug. What was being sent is cut off. */
  async unplug(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#quiet);
    this.#stopListening();
    await this.#options.link.close();
  }

  #hear(chunk: Uint8Array): void {
    const { link, speed } = this.#options;
    const hostSpeed = link.hostSpeed?.();
    if (hostSpeed !== undefined && hostSpeed !== speed()) {
      this.#deafBytes += chunk.length;
      return;
    }
    for (const body of this.#parser.push(chunk)) this.#take({ kind: 'body', body });
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#giveUpPending();
    }, quietTime).unref();
  }

  #giveUpPending(): void {
    while (this.#parser.pending) {
      for (const body of this.#parser.abandon()) this.#take({ kind: 'body', body });
    }
  }

  #take(incoming: Incoming): void {
    this.#work = this.#work.then(() => this.#serve(incoming));
  }

  async #serve(incoming: Incoming): Promise<void> {
    if (this.#isUnplugged()) return;
    const outcome = await this.#deliver(this.#options.answer(incoming));
    if (outcome === 'done' || this.#isUnplugged()) return;
    await this.#options.onGone(outcome === 'unplug' ? undefined : outcome);
  }

  async #deliver(delivery: Delivery): Promise<'done' | 'unplug' | Error> {
    const { signal } = this.#stop;
    try {
      for (const step of delivery) {
        if (step.kind === 'unplug') return 'unplug';
        if (step.kind === 'send') await this.#options.link.write(step.bytes);
        else if (step.time > 0) await sleep(step.time, undefined, { signal });
        else await turn(undefined, { signal });
      }
      return 'done';
    } catch (caught) {
      // Unplugging ends waits and writes with an error; the caller tells the two apart.
      return caught instanceof Error ? caught : new Error(String(caught));
    }
  }
}
