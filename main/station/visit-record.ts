import { randomUUID } from 'node:crypto';
import type { AllowedRetry, CheckRecord } from '../records/check-record.ts';
import type { Clock } from './clock.ts';
import type { CounterRules } from './counter-rules.ts';
import type { StateIn } from './counter-state.ts';
import { makeRecord, withDecisions } from './make-record.ts';
import type { RecordQueue } from './record-queue.ts';

type Time = Pick<Clock, 'now' | 'elapsed'>;

/** When a check began. */
export interface Beginning {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The same moment by the clock that is never set. */
  readonly elapsed: number;
}

export const beginningNow = (clock: Time): Beginning => ({
  at: clock.now(),
  elapsed: clock.elapsed(),
});

/** An instant as records have it. */
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/**
 * The records of one visit: one for the check, and one more for each further try an operator allows.
 * Nothing is kept before there is a result.
 */
export class VisitRecord {
  readonly #queue: RecordQueue;
  readonly #clock: Time;
  #rules: CounterRules;
  #beginning: Beginning;
  #compared: number | undefined;
  #record: CheckRecord | undefined;

  constructor(queue: RecordQueue, clock: Time, rules: CounterRules, beginning: Beginning) {
    this.#queue = queue;
    this.#clock = clock;
    this.#rules = rules;
    this.#beginning = beginning;
  }

  /** Adds the milliseconds of a comparison. */
  addComparison(milliseconds: number): void {
    this.#compared = (this.#compared ?? 0) + milliseconds;
  }

  /** Keeps the result as the station has it. */
  async keepResult(state: StateIn<'result'>): Promise<void> {
    const total = this.#clock.elapsed() - this.#beginning.elapsed;
    await this.#keep(
      makeRecord(state, {
        id: randomUUID(),
        startedAt: instantOf(this.#beginning.at),
        endedAt: instantOf(this.#clock.now()),
        rules: this.#rules,
        timings: { total, ...(this.#compared !== undefined && { compare: this.#compared }) },
      }),
    );
  }

  /** Keeps what operators decided. */
  async keepDecisions(state: StateIn<'result'>): Promise<void> {
    if (this.#record !== undefined) await this.#keep(withDecisions(this.#record, state));
  }

  /** Keeps that another try was allowed, and begins a new check, which is held to these rules. */
  async keepRetry(retryAllowed: AllowedRetry, rules: CounterRules): Promise<void> {
    const record = this.#record;
    this.#rules = rules;
    this.#record = undefined;
    this.#compared = undefined;
    this.#beginning = beginningNow(this.#clock);
    if (record !== undefined) await this.#queue.put({ ...record, retryAllowed });
  }

  async #keep(record: CheckRecord): Promise<void> {
    this.#record = record;
    await this.#queue.put(record);
  }
}
