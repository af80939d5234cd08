import { randomFillSync } from 'node:crypto';

/** Bytes at the end of a result that may equal the buffer's filling by chance, or be left as padding. */
const slack = 16;

/**
 * Memory for a decoder that is never told how much there is, and never says how much it wrote.
 *
 * The buffer is larger than any known result and filled with random bytes, so that afterwards one
 * can see how far the decoder wrote: what still has its random value was not touched.
 */
export class OutputBuffer {
  readonly bytes: Uint8Array;
  readonly #filling: Uint8Array;

  /** @param size - bytes to offer to the decoder. */
  constructor(size: number) {
    this.bytes = randomFillSync(new Uint8Array(size));
    this.#filling = this.bytes.slice();
  }

  /**
   * How many bytes were written, counted up to the last one that changed.
   *
   * @param expected - lengths a good result can have. A count that falls short of one by less than
   *   16 bytes is taken for it: the last bytes may be padding, or equal the filling by chance.
   */
  producedLength(expected: readonly number[]): number {
    let length = this.bytes.length;
    while (length > 0 && this.bytes[length - 1] === this.#filling[length - 1]) length--;
    return expected.find((full) => length <= full && length > full - slack) ?? length;
  }
}
