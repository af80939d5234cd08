import type { DecoderCheck } from './decoder-check.ts';

/** Something that makes a picture of a WLT photo. One photo at a time: the caller waits its turn. */
export interface WltDecoder {
  /** What to call it in results and messages. */
  readonly name: string;
  /**
   * @param wlt - the 1,024 bytes of the card; only read.
   * @returns a BMP of 102 × 126 pixels, 38,862 bytes. Rejects with a `PhotoError`.
   */
  decode(wlt: Uint8Array): Promise<Uint8Array>;
  /** Tries the decoder on a made-up photo. Never rejects for a fault of the decoder. */
  check(): Promise<DecoderCheck>;
  /** Ends whatever runs; running and later calls fail with `photo.decoder-closed`. */
  dispose(): void;
}
