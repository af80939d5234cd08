import { bulkhead, isBulkheadRejectedError, type BulkheadPolicy } from 'cockatiel';
import type {
  CompareEngine,
  CompareFacesRequest,
  CompareFacesResult,
} from '../compare/contract.ts';

/** There were as many comparisons waiting as may wait. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  /** Milliseconds after which trying again makes sense. */
  readonly retryAfterMs = 1000;
}

/** The caller went away before its turn. */
export class CallerGoneError extends Error {
  override readonly name = 'CallerGoneError';
}

/**
 * Comparisons at once: the one being worked on, and one whose photographs are on their way to the
 * engine's process meanwhile.
 */
const lanes = 2;

/**
 * The way to the engine: a few at a time, some waiting, and for the rest a quick word that it is busy.
 * Under load everybody's answer stays a short wait or a clear refusal.
 */
export class CompareQueue {
  readonly #engine: Pick<CompareEngine, 'compareFaces'>;
  readonly #waiting: number;
  readonly #bulkhead: BulkheadPolicy;

  /** @param waiting - how many may wait. */
  constructor(engine: Pick<CompareEngine, 'compareFaces'>, waiting: number) {
    this.#engine = engine;
    this.#waiting = waiting;
    this.#bulkhead = bulkhead(lanes, waiting);
  }

  /** How many wait, and how many are being compared. */
  get lengths(): { readonly waiting: number; readonly comparing: number } {
    const { queueSlots, executionSlots } = this.#bulkhead;
    return { waiting: this.#waiting - queueSlots, comparing: lanes - executionSlots };
  }

  /** @throws BusyError; CallerGoneError; and whatever the engine throws. */
  async compare(request: CompareFacesRequest, gone: AbortSignal): Promise<CompareFacesResult> {
    try {
      return await this.#bulkhead.execute(() => {
        if (gone.aborted) throw new CallerGoneError();
        return this.#engine.compareFaces(request);
      });
    } catch (caught) {
      throw isBulkheadRejectedError(caught) ? new BusyError() : caught;
    }
  }
}
