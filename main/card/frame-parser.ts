import { maximumLength, preamble, xorOf } from './frame.ts';

/** Why received bytes were thrown away. */
export type DiscardReason = 'noise' | 'bad-length' | 'bad-checksum' | 'abandoned' | 'reset';

/** Bytes that were thrown away. Their number only: damaged bytes can hold parts of a card. */
export interface Discard {
  readonly reason: DiscardReason;
  readonly bytes: number;
}

/** What a parser has seen since it was made; shown on diagnostics pages. */
export interface FrameCounters {
  /** Good frames delivered. */
  readonly frames: number;
  /** Bytes received that belong to no good frame. */
  readonly discardedBytes: number;
  /** Frames whose XOR was wrong. */
  readonly badChecksums: number;
  /** Preambles followed by an impossible LEN. */
  readonly badLengths: number;
  /** Frames that began and were given up because the rest never came. */
  readonly abandoned: number;
}

export interface FrameParserOptions {
  /** Smallest LEN taken for real: 4 for replies, 3 for requests. Default 3, which suits both. */
  readonly minimumLength?: number;
  /** Told of every discard, as it happens. */
  readonly onDiscard?: (discard: Discard) => void;
}

/** LEN of the shortest request: CMD, PARA, CHK (reader protocol §1.2). */
export const shortestRequest = 3;

/** LEN of the shortest reply: SW1, SW2, SW3, CHK (reader protocol §1.2). */
export const shortestReply = 4;

const headerSize = preamble.length + 2;
const largestFrame = headerSize + maximumLength;

/**
 * Turns a stream of bytes into frame bodies, whatever the line does to it (reader protocol §3.4).
 *
 * Outside a frame it scans for the preamble; inside one it trusts LEN, because a payload can contain
 * the preamble by chance. When LEN is impossible or the XOR is wrong, only the first byte of that
 * preamble is dropped and the scan goes on inside the rejected bytes, so a good frame behind noise or
 * behind a damaged frame is never lost with it.
 *
 * A header that turned up in noise can promise bytes that never come. The parser cannot know; whoever
 * keeps the time calls {@link FrameParser.abandon}.
 */
export class FrameParser {
  readonly #minimumLength: number;
  readonly #onDiscard: ((discard: Discard) => void) | undefined;
  readonly #counters = {
    frames: 0,
    discardedBytes: 0,
    badChecksums: 0,
    badLengths: 0,
    abandoned: 0,
  };
  /** After a scan less than one frame is left, so there is always room for a slice as large as one. */
  readonly #held = new Uint8Array(2 * largestFrame);
  #start = 0;
  #end = 0;

  constructor(options: FrameParserOptions = {}) {
    this.#minimumLength = options.minimumLength ?? shortestRequest;
    this.#onDiscard = options.onDiscard;
  }

  /** A snapshot of the counters. */
  get counters(): FrameCounters {
    return { ...this.#counters };
  }

  /** Whether a frame has begun and is not complete: its preamble has been seen. */
  get pending(): boolean {
    return this.#end - this.#start >= preamble.length;
  }

  /**
   * Takes the next bytes of the stream, of any number.
   *
   * @returns the bodies completed by them, in order: CMD PARA DATA of a request, SW1 SW2 SW3 DATA of
   * a reply. Each is a copy the caller may keep or wipe.
   */
  push(chunk: Uint8Array): Uint8Array[] {
    const bodies: Uint8Array[] = [];
    for (let at = 0; at < chunk.length; at += largestFrame) {
      this.#append(chunk.subarray(at, at + largestFrame));
      bodies.push(...this.#scan());
    }
    return bodies;
  }

  /**
   * Gives up the frame that has begun and not ended, and scans the bytes behind its preamble again.
   *
   * @returns the good frames that were hidden behind it. Another incomplete frame may be pending
   * afterwards; call again until `pending` is false to be rid of all.
   */
  abandon(): Uint8Array[] {
    if (!this.pending) return [];
    this.#counters.abandoned += 1;
    this.#discard(1, 'abandoned');
    return this.#scan();
  }

  /** Throws away everything held, and overwrites it: it may be part of a card. */
  reset(): void {
    this.#discard(this.#end - this.#start, 'reset');
    this.#held.fill(0);
    this.#start = this.#end = 0;
  }

  /** Appends one slice, moving what is held to the front when the end is reached. */
  #append(slice: Uint8Array): void {
    if (this.#end + slice.length > this.#held.length) {
      this.#held.copyWithin(0, this.#start, this.#end);
      this.#held.fill(0, this.#end - this.#start);
      this.#end -= this.#start;
      this.#start = 0;
    }
    this.#held.set(slice, this.#end);
    this.#end += slice.length;
  }

  #scan(): Uint8Array[] {
    const bodies: Uint8Array[] = [];
    for (;;) {
      this.#seekPreamble();
      const held = this.#held.subarray(this.#start, this.#end);
      if (held.length < headerSize) break;
      const length = new DataView(held.buffer, held.byteOffset).getUint16(preamble.length, false);
      if (length < this.#minimumLength || length > maximumLength) {
        this.#counters.badLengths += 1;
        this.#discard(1, 'bad-length');
        continue;
      }
      const size = headerSize + length;
      if (held.length < size) break;
      if (xorOf(held.subarray(preamble.length, size)) !== 0) {
        this.#counters.badChecksums += 1;
        this.#discard(1, 'bad-checksum');
        continue;
      }
      bodies.push(held.slice(headerSize, size - 1));
      held.fill(0, 0, size);
      this.#counters.frames += 1;
      this.#start += size;
    }
    if (this.#start === this.#end) this.#start = this.#end = 0;
    return bodies;
  }

  /** Moves to the next place where a preamble stands or, at the end of the bytes, may be arriving. */
  #seekPreamble(): void {
    let at = this.#start;
    while (at < this.#end && !this.#preambleMayStandAt(at)) at += 1;
    this.#discard(at - this.#start, 'noise');
  }

  #preambleMayStandAt(at: number): boolean {
    const known = Math.min(preamble.length, this.#end - at);
    for (let index = 0; index < known; index += 1) {
      if (this.#held[at + index] !== preamble[index]) return false;
    }
    return true;
  }

  #discard(bytes: number, reason: DiscardReason): void {
    if (bytes === 0) return;
    this.#held.fill(0, this.#start, this.#start + bytes);
    this.#start += bytes;
    this.#counters.discardedBytes += bytes;
    this.#onDiscard?.({ reason, bytes });
  }
}
