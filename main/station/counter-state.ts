import type { CardEvent } from '../card/card-event.ts';
import type { CardWarning } from '../card/card-warning.ts';
import type { IdCard } from '../card/id-card.ts';
import type { Verdict } from '../compare/verdict.ts';
import type { ErrorDocument } from '../errors/witness-error.ts';
import type { OperatorDecision, ReviewReason } from '../records/check-record.ts';
import type { Attempt } from './attempt.ts';

/** The card of the guest who stands at the counter. Unmasked: what leaves this process is masked first. */
export interface GuestVisit {
  /** Counts the cards read; tells what is said of this guest from what is said late of the one before. */
  readonly visit: number;
  readonly card: IdCard;
  readonly warnings: readonly CardWarning[];
  /** In whole years, today; undefined where the birth date cannot be read. */
  readonly age: number | undefined;
  /** ISO 8601 instant at which the card was read. */
  readonly startedAt: string;
  /** Comparisons this card may still have, those of earlier visits counted. */
  readonly attemptsLeft: number;
  /** What the notice has to ask this guest for besides the face. */
  readonly needs: ConsentNeeds;
  /** What was answered to the notice; undefined until it was. */
  readonly consent?: ConsentAnswer;
}

/** Which separate consents the notice has to ask for. */
export interface ConsentNeeds {
  /** Photographs would be sent to a cloud engine. */
  readonly cloud: boolean;
  /** The guest is under 14, or may be: the guardian answers. */
  readonly guardian: boolean;
}

/** What a guest, or the guardian, answers to the notice. */
export type ConsentAnswer =
  | { readonly kind: 'face'; readonly cloud: boolean; readonly guardian: boolean }
  | { readonly kind: 'without-face' };

/** What a visit came to, before anybody decided otherwise. */
export interface StationOutcome {
  readonly verdict: Verdict;
  /** Why a person must look; empty for a plain pass or fail. */
  readonly reasons: readonly ReviewReason[];
  /** The best attempt; absent where no face was compared. */
  readonly attempt?: Attempt;
  /** What kept the comparison from happening. */
  readonly error?: ErrorDocument;
}

/**
 * What ends a problem: the card is lifted; it is laid down again; the reader is found again, which is
 * being tried already; or only starting the station anew.
 */
export type Remedy = 'lift-card' | 'place-card' | 'wait-for-reader' | 'restart';

/** Where a counter stands. It holds no image. */
export type CounterState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'waiting-for-card' }
  | { readonly phase: 'reading' }
  /** The card is read; the notice is shown and an answer awaited. */
  | { readonly phase: 'consent'; readonly guest: GuestVisit }
  /** Camera frames are awaited. `best` is the best attempt so far. */
  | { readonly phase: 'looking'; readonly guest: GuestVisit; readonly best?: Attempt }
  | {
      readonly phase: 'comparing';
      readonly guest: GuestVisit;
      readonly best?: Attempt;
      /** The guest gave up meanwhile: this attempt is the last, whatever comes of it. */
      readonly givesUp?: true;
    }
  | {
      readonly phase: 'result';
      readonly guest: GuestVisit;
      readonly outcome: StationOutcome;
      /** Decisions of operators, oldest first; the last one counts. */
      readonly decisions: readonly OperatorDecision[];
      /** Whether the card still has to be taken away. */
      readonly cardLies: boolean;
      /** Another guest's card was laid down before this one was decided about: its turn comes next. */
      readonly nextWaits?: true;
      /** The reader was lost meanwhile; the verdict stays readable all the same. */
      readonly readerProblem?: ErrorDocument;
    }
  | { readonly phase: 'problem'; readonly error: ErrorDocument; readonly remedy: Remedy };

/** A state of one of these phases. */
export type StateIn<Phase extends CounterState['phase']> = Extract<CounterState, { phase: Phase }>;

/** Everything that can move a counter on. */
export type CounterHappening =
  | { readonly type: 'started' }
  /** Something failed that the counter cannot go on without. */
  | { readonly type: 'broke-down'; readonly error: ErrorDocument }
  /** The station is being opened anew, because its settings changed. */
  | { readonly type: 'restarted' }
  | Exclude<CardEvent, { readonly type: 'read' }>
  | { readonly type: 'card-read'; readonly guest: GuestVisit }
  | {
      readonly type: 'consent-answered';
      readonly answer: ConsentAnswer;
      /** False where only a cloud could compare, and the guest does not want that. */
      readonly hasEngine: boolean;
    }
  /** A frame was chosen and is being compared. */
  | { readonly type: 'attempt-began' }
  | { readonly type: 'attempt-ended'; readonly attempt: Attempt; readonly attemptsLeft: number }
  /** The engine saw no face on the chosen frame: that was no attempt. */
  | { readonly type: 'attempt-void' }
  /** There can be no comparison: now, or ever. */
  | {
      readonly type: 'attempt-failed';
      readonly reason: ReviewReason;
      readonly error: ErrorDocument;
    }
  /** No usable frame came in time, or the guest asked for help. */
  | { readonly type: 'gave-up' }
  | { readonly type: 'operator-decided'; readonly decision: OperatorDecision }
  /** An operator lets the guest try again. */
  | {
      readonly type: 'retry-allowed';
      readonly attemptsLeft: number;
      /** The notice has changed since the guest answered it. */
      readonly asksAgain: boolean;
    }
  /** A result or a passing problem has been seen. */
  | { readonly type: 'dismissed' };

/** The verdict that counts: the last operator's, else the station's. */
export const standingVerdict = (state: StateIn<'result'>): Verdict =>
  state.decisions.at(-1)?.verdict ?? state.outcome.verdict;
