import type { CardReading } from '../card/card-reading.ts';
import { localDate } from '../card/consistency.ts';
import type { ChipPhoto } from '../photo/chip-photo-decoder.ts';
import { ageOfOwnConsent, ageOn, birthOf } from './age.ts';
import type { AttemptLedger } from './attempt-ledger.ts';
import type { Clock } from './clock.ts';
import type { CounterRules } from './counter-rules.ts';
import type { GuestVisit } from './counter-state.ts';
import { HeldVisit } from './held-visit.ts';
import type { RecordQueue } from './record-queue.ts';
import { beginningNow, instantOf, VisitRecord, type Beginning } from './visit-record.ts';

export interface ReceptionOptions {
  readonly clock: Pick<Clock, 'now' | 'elapsed'>;
  readonly ledger: AttemptLedger;
  readonly records: RecordQueue;
  /** Asked anew for each guest. */
  readonly rules: () => CounterRules;
}

/** How the counter serves this guest. */
export interface Service {
  readonly decode: (raw: Uint8Array) => Promise<ChipPhoto>;
  readonly asksForCloud: boolean;
}

/** Makes a guest of a card that was read. */
export class Reception {
  readonly #options: ReceptionOptions;
  #visits = 0;
  #beginning: Beginning | undefined;

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  /** A card was laid down: from here on the check is timed. */
  cardArrived(): void {
    this.#beginning = beginningNow(this.#options.clock);
  }

  /** @returns the guest as the state has them, and what is held of them besides. */
  receive(
    reading: CardReading,
    { decode, asksForCloud }: Service,
  ): { readonly held: HeldVisit; readonly guest: GuestVisit } {
    const { clock, ledger, records } = this.#options;
    this.#visits += 1;
    const visit = this.#visits;
    const rules = this.#options.rules();
    const mark = ledger.markOf(reading.text);
    const beginning = this.#beginning ?? beginningNow(clock);
    this.#beginning = undefined;
    const record = new VisitRecord(records, clock, rules, beginning);
    const held = new HeldVisit({ visit, mark, rules, record, reading, decode });
    const { card, warnings } = reading;
    const age = ageOn(birthOf(card), localDate(new Date(clock.now())));
    const guest: GuestVisit = {
      ...{ visit, card, warnings, age },
      startedAt: instantOf(beginning.at),
      attemptsLeft: Math.max(0, rules.attempts - ledger.used(mark)),
      needs: { cloud: asksForCloud, guardian: age === undefined || age < ageOfOwnConsent },
    };
    return { held, guest };
  }
}
