import type { EmulatedCard } from './emulated-card.ts';
import type { ReaderEmulator } from './reader-emulator.ts';

/** When cards come and go by themselves. Times in milliseconds. */
export interface PresenceScript {
  /** The cards, laid down one after the other, from the beginning again after the last. */
  readonly cards: readonly EmulatedCard[];
  /** How long until the first card lies there; 0 by default. */
  readonly firstAfter?: number;
  /** After how many reads of a card it is lifted; it stays for ever by default. */
  readonly liftAfterReads?: number;
  /** How long it stays after its last read, for the items that are read behind text and photo; 500 by default. */
  readonly stay?: number;
  /** How long until the next card is laid down; never by default. */
  readonly nextAfter?: number;
}

/**
 * Plays a presence script.
 *
 * A card that is read counts once until it is lifted or the security module is reset, so more than one
 * read needs a program that resets.
 *
 * @returns the way to stop; the card stays where it is.
 */
export const playPresence = (emulator: ReaderEmulator, script: PresenceScript): (() => void) => {
  const { cards, firstAfter = 0, liftAfterReads, stay = 500, nextAfter } = script;
  let timer: NodeJS.Timeout | undefined;
  let next = 0;
  let reads = 0;

  const place = (): void => {
    const card = cards[next % cards.length];
    next += 1;
    reads = 0;
    if (card !== undefined) emulator.placeCard(card);
  };
  const lift = (): void => {
    emulator.liftCard();
    if (nextAfter !== undefined) timer = setTimeout(place, nextAfter);
  };
  const stopListening = emulator.onEvent(({ type }) => {
    if (type !== 'card-read') return;
    reads += 1;
    if (reads === liftAfterReads) timer = setTimeout(lift, stay);
  });

  if (firstAfter === 0) place();
  else timer = setTimeout(place, firstAfter);
  return () => {
    clearTimeout(timer);
    stopListening();
  };
};
