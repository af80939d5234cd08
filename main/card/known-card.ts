import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Remembers which card was read last, without keeping anything of it: only a hash of its text block,
 * under a key that this object makes up, so that the hash tells nobody anything either.
 */
export class KnownCard {
  readonly #key = randomBytes(32);
  #mark: Buffer | null = null;

  /** Whether a card is remembered. */
  get isSet(): boolean {
    return this.#mark !== null;
  }

  /** @param text - the text block as read. */
  remember(text: Uint8Array): void {
    this.#mark = this.#markOf(text);
  }

  /** Whether this is the text block of the card that is remembered. */
  is(text: Uint8Array): boolean {
    return this.#mark !== null && timingSafeEqual(this.#mark, this.#markOf(text));
  }

  forget(): void {
    this.#mark = null;
  }

  #markOf(text: Uint8Array): Buffer {
    return createHmac('sha256', this.#key).update(text).digest();
  }
}
