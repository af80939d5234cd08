import type { CardEvent } from '../card/card-event.ts';
import type { AttemptLedger } from './attempt-ledger.ts';
import type { CounterCourse } from './counter-course.ts';
import { standingVerdict } from './counter-state.ts';

/** What became of the card that waits. */
type Waiting = Extract<CardEvent, { readonly type: 'read' | 'read-failed' }>;

/**
 * The next guest's card, where it is laid down while somebody still has to decide about the guest
 * before: it is held back until that visit is over, and wiped if it is taken away by then.
 */
export class NextCard {
  readonly #course: CounterCourse;
  readonly #ledger: Pick<AttemptLedger, 'markOf'>;
  #waiting: { readonly event: Waiting; readonly again: () => void } | undefined;

  constructor(course: CounterCourse, ledger: Pick<AttemptLedger, 'markOf'>) {
    this.#course = course;
    this.#ledger = ledger;
    course.onChange((state) => {
      if (state.phase === 'reading') this.#letIn();
      const isEnd = state.phase === 'problem' && state.remedy === 'restart';
      if (state.phase === 'starting' || isEnd) this.#drop();
    });
  }

  /**
   * Whether what the reader says is about a card that has to wait: nobody else need see to it then.
   *
   * @param again - tells the same once more, when the card's turn has come.
   */
  holdsBack(event: CardEvent, again: () => void): boolean {
    switch (event.type) {
      case 'arrived':
      case 'removed':
        this.#drop();
        return false;
      case 'already-read':
        // The reader was lost meanwhile, and the card that waits lies there still.
        if (this.#waiting === undefined) return false;
        this.#course.happen({ type: 'arrived' });
        return true;
      case 'read':
        this.#drop();
        return this.#mustWait() && this.#hold(event, again);
      case 'read-failed':
        this.#drop();
        return this.#isKnownToWait() && this.#hold(event, again);
      case 'reader-lost':
      case 'reader-recovered':
        return false;
    }
  }

  #hold(event: Waiting, again: () => void): true {
    const { held } = this.#course;
    if (event.type === 'read' && this.#ledger.markOf(event.reading.text) === held?.mark) {
      // No other guest's: the one the review is about has laid it down again, to try once more.
      event.reading.wipe();
      this.#course.happen({ type: 'already-read' });
      return true;
    }
    this.#waiting = { event, again };
    if (!this.#isKnownToWait()) this.#course.happen({ type: 'arrived' });
    return true;
  }

  #mustWait(): boolean {
    const { state } = this.#course;
    const isUndecided = state.phase === 'result' && standingVerdict(state) === 'review';
    return isUndecided || this.#isKnownToWait();
  }

  #isKnownToWait(): boolean {
    const { state } = this.#course;
    return state.phase === 'result' && state.nextWaits === true;
  }

  #letIn(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.again();
  }

  #drop(): void {
    const event = this.#waiting?.event;
    if (event?.type === 'read') event.reading.wipe();
    this.#waiting = undefined;
  }
}
