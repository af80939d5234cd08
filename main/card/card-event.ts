import type { CardReading } from './card-reading.ts';
import type { ReaderError } from './reader-error.ts';

/**
 * What happens on a reader. A card's story is `arrived`, then `read` or `read-failed`, then
 * `removed`. When the reader is lost the story breaks off. A card that was read before, and still lies
 * there after `reader-recovered`, is told as `already-read`, one that is gone as `removed`; a card
 * that was not read arrives again.
 */
export type CardEvent =
  | { readonly type: 'arrived' }
  | { readonly type: 'read'; readonly reading: CardReading }
  /** All attempts failed. The card should be lifted and put back; it is tried again by itself too. */
  | { readonly type: 'read-failed'; readonly error: ReaderError }
  /** A card lies there that was read before this loop began, or before the reader was lost. */
  | { readonly type: 'already-read' }
  | { readonly type: 'removed' }
  /** The reader does not answer or is unplugged; opening it again has begun. */
  | { readonly type: 'reader-lost'; readonly error: ReaderError }
  | { readonly type: 'reader-recovered'; readonly attempts: number };
