import type { CardEvent } from '../card/card-event.ts';
import type { CardReader } from '../card/reader.ts';
import type { CompareEngine } from '../compare/contract.ts';
import { isWitnessError, type WitnessError } from '../errors/witness-error.ts';
import type { FaceLooker } from '../face/types.ts';
import type { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import type { AllowedRetry, OperatorDecision } from '../records/check-record.ts';
import type { RecordStore } from '../records/record-store.ts';
import { AttemptLedger } from './attempt-ledger.ts';
import { systemClock, type Clock } from './clock.ts';
import { Comparisons } from './comparisons.ts';
import { CounterCourse } from './counter-course.ts';
import { CounterPort } from './counter-port.ts';
import type { CounterRules } from './counter-rules.ts';
import {
  standingVerdict,
  type ConsentAnswer,
  type ConsentNeeds,
  type CounterState,
} from './counter-state.ts';
import { expectPhase, expectVisit } from './expect-visit.ts';
import { GuestLook, type FrameAdvice } from './guest-look.ts';
import type { VisitPictures } from './held-visit.ts';
import { NextCard } from './next-card.ts';
import { Reception, type Service } from './reception.ts';
import { RecordQueue } from './record-queue.ts';
import { retryProblem } from './retry.ts';
import { StationError } from './station-error.ts';
import { instantOf } from './visit-record.ts';

/** What a counter works with, ready for use. */
export interface CounterParts {
  readonly reader: Pick<CardReader, 'events' | 'close'>;
  readonly decoder: Pick<ChipPhotoDecoder, 'decode' | 'needsReader'>;
  readonly looker: FaceLooker;
  /**
   * The engine for a guest who did or did not consent to the cloud.
   *
   * @throws WitnessError where only a cloud could compare and the guest did not consent to it.
   */
  readonly engineFor: (consent: { readonly cloud: boolean }) => CompareEngine;
  /** Whether photographs would be sent to a cloud: the notice then asks for it separately. */
  readonly asksForCloud: boolean;
  /** Lets go of reader, decoder and engine. */
  close(): Promise<void>;
}

export interface CounterOptions {
  /** Opens everything; until it has, the counter is `starting`. */
  readonly prepare: () => Promise<CounterParts>;
  /** Where finished checks are kept. */
  readonly records: RecordStore;
  /** Asked anew for each guest, so that a change counts from the next guest on. */
  readonly rules: () => CounterRules;
  /** Told of every error, with its cause; the state carries only what a person is to read. */
  readonly onError: (error: WitnessError) => void;
  /** Default: this computer's time. */
  readonly clock?: Clock;
}

type GivenDecision = Omit<OperatorDecision, 'at'>;
type GivenRetry = Omit<AllowedRetry, 'at'>;

/**
 * One counter: guests lay their card on the reader, answer the notice, look at the camera, and get a
 * verdict, one after the other.
 *
 * @example
 * ```ts
 * const counter = new Counter({ prepare, records, rules, onError });
 * counter.onChange((state) => show(state));
 * await counter.run(signal);
 * ```
 */
export class Counter {
  readonly #prepare: CounterOptions['prepare'];
  readonly #rulesNow: CounterOptions['rules'];
  readonly #clock: Clock;
  readonly #ledger: AttemptLedger;
  readonly #records: RecordQueue;
  readonly #reception: Reception;
  readonly #course: CounterCourse;
  readonly #comparisons: Comparisons;
  readonly #nextCard: NextCard;
  #parts: CounterParts | undefined;

  constructor({ prepare, records, rules, onError, clock = systemClock }: CounterOptions) {
    this.#prepare = prepare;
    this.#rulesNow = rules;
    this.#clock = clock;
    this.#ledger = new AttemptLedger({ elapsed: () => clock.elapsed() });
    this.#records = new RecordQueue(records);
    this.#reception = new Reception({ clock, ledger: this.#ledger, records: this.#records, rules });
    this.#course = new CounterCourse({ clock, rules, onError });
    this.#comparisons = new Comparisons(this.#course, this.#ledger, clock);
    this.#nextCard = new NextCard(this.#course, this.#ledger);
  }

  get state(): CounterState {
    return this.#course.state;
  }

  /** The rules for the present guest, or for the next one. */
  get rules(): CounterRules {
    return this.#course.rules;
  }

  /** Which pictures of the present guest there are. */
  get pictures(): { readonly chip: boolean; readonly frame: boolean } {
    const { chip, frame } = this.#course.held?.pictures ?? {};
    return { chip: chip !== undefined, frame: frame !== undefined };
  }

  /** Calls back with each new state, and again when a picture of the guest came; returns the way to stop. */
  onChange(listener: (state: CounterState) => void): () => void {
    return this.#course.onChange(listener);
  }

  /** Calls back when a record was kept or changed; returns the way to stop. */
  onRecord(listener: () => void): () => void {
    return this.#records.onRecord(listener);
  }

  /**
   * Serves guests until `signal` aborts. What fails meanwhile is a state, not an exception; parts that
   * do not close are reported, and show at the next opening. It may be called again once it has ended.
   */
  async run(signal: AbortSignal): Promise<void> {
    this.#course.happen({ type: 'restarted' });
    try {
      const parts = await this.#prepare();
      this.#parts = parts;
      await this.#serve(parts, signal);
    } catch (caught) {
      const error = this.#course.report(caught).toJSON();
      this.#course.happen({ type: 'broke-down', error });
    } finally {
      await this.#end();
    }
  }

  /**
   * The guest's, or the guardian's, answer to the notice.
   *
   * @throws StationError `station.visit-over`, `station.not-now`, `station.guardian-needed`.
   */
  answerConsent(visit: number, answer: ConsentAnswer): void {
    const { guest } = expectPhase(this.state, visit, 'consent');
    const needsGuardian = answer.kind === 'face' && guest.needs.guardian && !answer.guardian;
    if (needsGuardian) throw new StationError('station.guardian-needed');
    const hasEngine = this.#hasEngine(guest.needs, answer);
    this.#course.happen({ type: 'consent-answered', answer, hasEngine });
  }

  /**
   * Looks at a camera frame of the guest; resolves when it has been looked at. A comparison that it
   * begins goes on by itself. The frame is the counter's from here on, and is overwritten.
   *
   * @param frame - an encoded image.
   * @throws FaceError when it is no photograph, EngineError when the engine's process fails.
   */
  async offerFrame(visit: number, frame: Uint8Array): Promise<FrameAdvice> {
    const { look, held } = this.#course;
    const parts = this.#parts;
    if (look === undefined || parts === undefined || held?.visit !== visit) {
      frame.fill(0);
      return { seen: false };
    }
    const { advice, chosen } = await look.see(frame);
    if (chosen !== undefined) this.#comparisons.begin(held, chosen, parts.engineFor);
    return advice;
  }

  /**
   * The guest cannot or will not go on alone: a person decides.
   *
   * @throws StationError `station.visit-over`.
   */
  askForStaff(visit: number): void {
    expectVisit(this.state, visit);
    this.#course.happen({ type: 'gave-up' });
  }

  /**
   * The result has been seen, and the next guest may come, whose card may lie there. A visit that is over already needs nothing.
   *
   * @throws StationError `station.decide-first` for a review that nobody has decided,
   *   `station.not-now` where there is no result.
   */
  finishVisit(visit: number): void {
    if (this.#course.held?.visit !== visit) return;
    const state = expectPhase(this.state, visit, 'result');
    if (standingVerdict(state) === 'review') throw new StationError('station.decide-first');
    this.#course.happen({ type: 'dismissed' });
  }

  /**
   * An operator decides, in place of the station or where it did not; resolves when that is kept.
   *
   * @throws StationError `station.visit-over`, `station.not-now`; and what the record store throws.
   */
  async decide(visit: number, decision: GivenDecision): Promise<void> {
    const { guest } = expectPhase(this.state, visit, 'result');
    const { held } = this.#course;
    const at = instantOf(this.#clock.now());
    this.#course.happen({ type: 'operator-decided', decision: { ...decision, at } });
    if (held && decision.verdict === 'pass') this.#ledger.clear(held.mark);
    // Who was let through by mistake has not got the attempts back.
    else if (held) this.#ledger.restore(held.mark, held.rules.attempts - guest.attemptsLeft);
    await held?.record.keepDecisions(expectPhase(this.state, visit, 'result'));
  }

  /**
   * An operator lets the guest try again: another verification with all its attempts, which is held to
   * the rules that are set now and has a record of its own. Resolves when that is kept.
   *
   * @throws StationError `station.visit-over`, `station.not-now`, `station.card-not-valid`,
   *   `station.card-gone`; and what the record store throws.
   */
  async allowRetry(visit: number, by: GivenRetry): Promise<void> {
    const problem = retryProblem(expectPhase(this.state, visit, 'result'));
    if (problem !== undefined) throw new StationError(problem);
    const { held } = this.#course;
    if (held === undefined) return;
    this.#ledger.clear(held.mark);
    const rules = this.#rulesNow();
    const asksAgain = rules.noticeHash !== held.rules.noticeHash;
    held.startAgain(rules);
    const kept = held.record.keepRetry({ ...by, at: instantOf(this.#clock.now()) }, rules);
    this.#course.happen({ type: 'retry-allowed', attemptsLeft: rules.attempts, asksAgain });
    await kept;
  }

  /** The pictures of this visit, for the clerk only; none once it is over. */
  images(visit: number): VisitPictures {
    const { held } = this.#course;
    return held?.visit === visit ? held.pictures : {};
  }

  async #serve(parts: CounterParts, signal: AbortSignal): Promise<void> {
    const { decoder, asksForCloud } = parts;
    const port = new CounterPort(parts.reader);
    const decode: Service['decode'] = (raw) =>
      decoder.needsReader(raw) ? port.lend(() => decoder.decode(raw)) : decoder.decode(raw);
    this.#course.look = new GuestLook(parts.looker, this.#clock);
    this.#course.happen({ type: 'started' });
    for await (const event of port.events(signal)) {
      await this.#comparisons.settled();
      if (event.type === 'read-failed' || event.type === 'reader-lost')
        this.#course.report(event.error);
      const tell = (): void => {
        this.#onCardEvent(event, { decode, asksForCloud });
      };
      if (!this.#nextCard.holdsBack(event, tell)) tell();
    }
  }

  /** Lets the guest go before the parts: a problem that ended it all stays to be read. */
  async #end(): Promise<void> {
    await this.#comparisons.settled();
    if (this.state.phase !== 'problem' || this.state.remedy !== 'restart')
      this.#course.happen({ type: 'restarted' });
    await this.#records.settled();
    const parts = this.#parts;
    this.#course.look = undefined;
    this.#parts = undefined;
    try {
      await parts?.close();
    } catch (caught) {
      this.#course.report(caught);
    }
  }

  #onCardEvent(event: CardEvent, service: Service): void {
    if (event.type === 'read') {
      const { held, guest } = this.#reception.receive(event.reading, service);
      this.#course.receive(held, guest);
      return;
    }
    this.#course.happen(event);
    // The check of one that has to wait begins when its turn has come.
    if (event.type === 'arrived' && this.state.phase === 'reading') this.#reception.cardArrived();
  }

  /** Whether anybody may compare for this guest: without a yes to the cloud, somebody else must. */
  #hasEngine(needs: ConsentNeeds, answer: ConsentAnswer): boolean {
    if (answer.kind === 'without-face' || !needs.cloud || answer.cloud) return true;
    try {
      this.#parts?.engineFor({ cloud: false });
      return true;
    } catch (caught) {
      if (isWitnessError(caught)) return false;
      throw caught;
    }
  }
}
