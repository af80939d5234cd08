import type { CallContract } from '../../main/process/messages.ts';
import type { DecoderShape } from './decoder-shapes.ts';

/** One photo to decode, and with what. */
export interface LibraryCall {
  /** Absolute path of the library. */
  readonly path: string;
  readonly shape: DecoderShape;
  /** The function's name in this library. */
  readonly symbol: string;
  /** The last `int` parameter, for the shapes that take one. */
  readonly number: number;
  /** The 1,024 bytes of the card. */
  readonly wlt: Uint8Array;
  /**
   * A private, empty directory with an ASCII path. It becomes the working directory during the call,
   * because some decoders leave files there. The parent made it and removes it, so that it goes even
   * when the child does not live to see the end of the call.
   */
  readonly directory: string;
}

/** How far the call came. The child reports; whether it is good enough is for the parent to judge. */
export type LibraryAnswer =
  | { readonly step: 'not-loaded'; readonly reason: string }
  | { readonly step: 'no-symbol'; readonly reason: string }
  | {
      readonly step: 'called';
      /** What the function returned. */
      readonly code: number;
      /** What it produced: empty if nothing, or if it is a file longer than `outputLimit`. */
      readonly output: Uint8Array;
      /** How many bytes it produced. */
      readonly outputLength: number;
    };

export interface DecoderContract extends CallContract {
  readonly request: LibraryCall;
  readonly reply: LibraryAnswer;
}
