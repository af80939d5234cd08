import { inventCard, type CardTraits } from '../../../main/demo/invented-card.ts';
import type { EmulatedCounter } from '../../../main/demo/emulated-counter.ts';
import type { CardDescription } from '../../../native-bridge/reader-emulator/card-description.ts';
import { makeCard } from '../../../native-bridge/reader-emulator/emulated-card.ts';
import { readCardPhoto, type CardPhoto } from './journey-files.ts';

export type ResidentCard = Extract<CardDescription, { readonly kind: 'resident' }>;

export interface CardWanted extends Partial<CardTraits> {
  readonly photo?: CardPhoto;
  /** What is to be different from a card that is in order. */
  readonly change?: Partial<ResidentCard>;
}

/** Cards of guests who never come twice: each has another name and number. */
export class VisitCards {
  readonly #folder: string;
  readonly #reader: EmulatedCounter;
  #made = 0;

  constructor(folder: string, reader: EmulatedCounter) {
    this.#folder = folder;
    this.#reader = reader;
  }

  /** Lays down a new card. @returns what is printed on it. */
  async lay(wanted: CardWanted = {}): Promise<ResidentCard> {
    const { holder = 'adult', validity = 'valid', photo = 'clear', change = {} } = wanted;
    this.#made += 1;
    const card = { ...inventCard({ holder, validity }, this.#made, new Date()), ...change };
    this.#reader.placeCard(makeCard(card, await readCardPhoto(this.#folder, photo)));
    return card;
  }

  /** Lays down the last card once more. */
  layAgain(): void {
    this.#reader.placeCard();
  }

  lift(): void {
    this.#reader.liftCard();
  }
}
