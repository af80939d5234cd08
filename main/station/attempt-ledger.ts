import { createHmac, randomBytes } from 'node:crypto';

/** How long a card's attempts are remembered after the last of them, in milliseconds. */
export const ledgerMemory = 10 * 60_000;

/** More cards than come to one counter in ten minutes. */
const usualMaximum = 1000;

export interface AttemptLedgerOptions {
  /** Milliseconds since some moment, never set back. */
  readonly elapsed: () => number;
  /** Cards that are remembered; beyond them the one longest ago is forgotten. */
  readonly maximum?: number;
}

interface Entry {
  readonly used: number;
  readonly until: number;
}

/**
 * Counts the attempts of each card over several visits, so that lifting it and laying it down again
 * gives no further ones: the FAR is promised for all of them together.
 *
 * Nothing of the card is kept, only a hash of its text block under a key that this object makes up.
 */
export class AttemptLedger {
  readonly #key = randomBytes(32);
  readonly #entries = new Map<string, Entry>();
  readonly #elapsed: () => number;
  readonly #maximum: number;

  constructor({ elapsed, maximum = usualMaximum }: AttemptLedgerOptions) {
    this.#elapsed = elapsed;
    this.#maximum = maximum;
  }

  /** How many cards are remembered. */
  get size(): number {
    return this.#entries.size;
  }

  /**
   * What a card is called here.
   *
   * @param text - its text block as read; only read.
   */
  markOf(text: Uint8Array): string {
    return createHmac('sha256', this.#key).update(text).digest('base64');
  }

  /** Attempts the card has had. */
  used(mark: string): number {
    this.#forgetOld();
    return this.#entries.get(mark)?.used ?? 0;
  }

  /** Counts one more attempt of the card. */
  count(mark: string): void {
    this.#set(mark, this.used(mark) + 1);
  }

  /** Counts attempts again that were cleared by a pass which does not stand any more. */
  restore(mark: string, used: number): void {
    if (used > this.used(mark)) this.#set(mark, used);
  }

  /** Gives the card all its attempts again: it passed, or an operator allows it. */
  clear(mark: string): void {
    this.#entries.delete(mark);
  }

  #set(mark: string, used: number): void {
    // Taken out first, so that the entries stay in the order in which they end.
    this.#entries.delete(mark);
    this.#entries.set(mark, { used, until: this.#elapsed() + ledgerMemory });
    this.#forgetOld();
  }

  #forgetOld(): void {
    const now = this.#elapsed();
    for (const [mark, { until }] of this.#entries) {
      if (until > now && this.#entries.size <= this.#maximum) return;
      this.#entries.delete(mark);
    }
  }
}
