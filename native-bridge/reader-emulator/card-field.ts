import type { EmulatedCard } from './emulated-card.ts';

/** How far the reader has come with the card above its antenna. */
export type FieldState = 'empty' | 'present' | 'found' | 'selected' | 'read';

/**
 * The antenna of a reader and the rules of its field (reader protocol §3.2): a card is found, then
 * selected, then read; once read it is not found again until it is lifted or the security module is
 * reset, but what was selected can still be read.
 */
export class CardField {
  #state: FieldState = 'empty';
  #card: EmulatedCard | undefined;

  get state(): FieldState {
    return this.#state;
  }

  /** The card that lies there, if any. */
  get card(): EmulatedCard | undefined {
    return this.#card;
  }

  /** Lays a card down, in place of the one that lies there. */
  place(card: EmulatedCard): void {
    this.#card = card;
    this.#state = 'present';
  }

  lift(): void {
    this.#card = undefined;
    this.#state = 'empty';
  }

  /** @returns whether there is a card that was not read yet. */
  find(): boolean {
    if (this.#state === 'empty' || this.#state === 'read') return false;
    this.#state = 'found';
    return true;
  }

  /** @returns whether a card was found before. */
  select(): boolean {
    if (this.#state !== 'found' && this.#state !== 'selected') return false;
    this.#state = 'selected';
    return true;
  }

  /** The selected card, for its text and photo. From now on it counts as read. */
  read(): EmulatedCard | undefined {
    const card = this.peek();
    if (card !== undefined) this.#state = 'read';
    return card;
  }

  /** The selected card, for its smaller items, which do not make it count as read. */
  peek(): EmulatedCard | undefined {
    return this.#state === 'selected' || this.#state === 'read' ? this.#card : undefined;
  }

  /** Forgets what was done with the card, as a power cycle does. */
  reset(): void {
    if (this.#state !== 'empty') this.#state = 'present';
  }
}
