import type { CardEvent } from '../card/card-event.ts';
import type { CardWarning } from '../card/card-warning.ts';
import type { IdCard } from '../card/id-card.ts';
import type { Decision } from '../compare/verdict.ts';
import type { ErrorDocument } from '../errors/witness-error.ts';

/** The card of the guest who stands at the counter. Unmasked: what leaves this process is masked first. */
export interface GuestCard {
  /** Counts the cards read; tells frames of this guest from late ones of the guest before. */
  readonly visit: number;
  readonly card: IdCard;
  readonly warnings: readonly CardWarning[];
}

/**
 * What ends a problem: the card is lifted; the reader is found again, which is being tried already;
 * or only starting the station anew.
 */
export type Remedy = 'lift-card' | 'wait-for-reader' | 'restart';

/** Where a counter stands. It holds no image. */
export type CounterState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'waiting-for-card' }
  | { readonly phase: 'reading' }
  /** The card is read; camera frames are awaited. */
  | { readonly phase: 'looking'; readonly guest: GuestCard; readonly framesWanted: number }
  | { readonly phase: 'comparing'; readonly guest: GuestCard }
  | {
      readonly phase: 'result';
      readonly guest: GuestCard;
      readonly decision: Decision;
      /** Whether the card still has to be taken away. */
      readonly cardLies: boolean;
      /** The reader was lost meanwhile; the verdict stays readable all the same. */
      readonly readerProblem?: ErrorDocument;
    }
  | { readonly phase: 'problem'; readonly error: ErrorDocument; readonly remedy: Remedy };

/** Everything that can move a counter on. */
export type CounterHappening =
  | { readonly type: 'started' }
  /** Something failed that the counter cannot go on without. */
  | { readonly type: 'broke-down'; readonly error: ErrorDocument }
  | Exclude<CardEvent, { readonly type: 'read' }>
  | { readonly type: 'card-read'; readonly guest: GuestCard; readonly framesWanted: number }
  | { readonly type: 'frames-came' }
  | { readonly type: 'verified'; readonly decision: Decision }
  | { readonly type: 'verification-failed'; readonly error: ErrorDocument };
