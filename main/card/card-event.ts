import type { CardReading } from './card-reading.ts';
import type { ReaderError } from './reader-error.ts';

/**
 * What happens on a reader. A card's story is `arrived`, then `read` or `read-failed`, then
 * `removed`. When the reader is lost the story breaks off: after `reader-recovered` a card that still
 * lies there may arrive again.
 */
export type CardEvent =
  | { readonly type: 'arrived' }
  | { readonly type: 'read'; readonly reading: CardReading }
  /** All attempts failed. The card should be lifted and put back; it is tried again by itself too. */
  | { readonly type: 'read-failed'; readonly error: ReaderError }
  /** A card lies there that was read before anybody watched; it must be lifted first. */
  | { readonly type: 'already-read' }
  | { readonly type: 'removed' }
  /** The reader does not answer or is unplugged; opening it again has begun. */
  | { readonly type: 'reader-lost'; readonly error: ReaderError }
  | { readonly type: 'reader-recovered'; readonly attempts: number };
