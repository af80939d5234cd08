import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardReading } from '../../../main/card/card-reading.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import { toShownStage } from '../../../main/ipc/shown-stage.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { ledgerMemory } from '../../../main/station/attempt-ledger.ts';
import type { ConsentAnswer, CounterState } from '../../../main/station/counter-state.ts';
import { standingVerdict } from '../../../main/station/counter-state.ts';
import { mostFrames } from '../../../main/station/frame-chooser.ts';
import { StationError } from '../../../main/station/station-error.ts';
import { residentText } from '../card/synthetic-cards.ts';
import { CounterStage, frameInterval, frameOf, settle } from './counter-stage.ts';
import { sampleReading, sampleResult } from './sample-guests.ts';

/*
 * The counter itself, in whatever order guests, clerks, reader and engine do things: what must hold
 * after every step, whatever the steps were.
 */

const secrets = ['测试甲', '000000190001010009', '某区某路'];
const by = { operator: '王', reason: '看过' };
const notice = { organisation: '', purpose: '', contact: '', retentionDays: 30 };
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

type Kind = 'plain' | 'other' | 'odd' | 'expired' | 'child' | 'no-photo';
const texts: Readonly<Record<Kind, Readonly<Record<number, string>>>> = {
  plain: {},
  other: { 52: '别处' },
  odd: { 52: '矛盾处' },
  expired: { 52: '过期处' },
  child: { 36: '20200101' },
  'no-photo': { 52: '无照处' },
};
const readingOf = (kind: Kind): CardReading =>
  sampleReading({
    text: residentText(texts[kind]),
    photo: new Uint8Array(1024).fill(kind === 'no-photo' ? 66 : 7),
    warnings: kind === 'odd' ? ['number-form'] : kind === 'expired' ? ['expired'] : [],
  });

/** A stage whose engine answers when it is told to, and which keeps account of everything. */
class Trial {
  readonly stage: CounterStage;
  /** Every frame and chip photo there was, with the visit it belonged to. */
  readonly held: { readonly visit: number; readonly bytes: Uint8Array }[] = [];
  /** Every card that was laid down. */
  readonly readings: CardReading[] = [];
  /** Scores given since the card last got all its attempts, and when the last one was. */
  readonly used = new Map<string, { readonly scores: number; readonly at: number }>();
  readonly #pending: (() => void)[] = [];
  readonly #seen: { before: CounterState } = { before: { phase: 'starting' } };
  #mayGrow = false;
  /** A card may be held back: it waits, or did until the reader was lost. */
  #nextWaits = false;
  /** The visit before, and whether its verdict was a pass in the end. */
  #last = { visit: 0, card: '', passed: false };

  constructor(attempts: number) {
    const engine: CompareEngine = {
      name: 'sample',
      compareFaces: async ({ target }) => {
        const score = target.image[0] ?? 0;
        await new Promise<void>((resolve) => this.#pending.push(resolve));
        return sampleResult(score);
      },
    };
    this.stage = new CounterStage({
      rules: { attempts },
      parts: {
        engineFor: () => engine,
        decoder: {
          needsReader: () => false,
          decode: (raw) => {
            if (raw[0] === 66) return Promise.reject(new PhotoError('photo.no-decoder'));
            const image = raw.slice();
            this.held.push({ visit: this.visit, bytes: image });
            return Promise.resolve({ format: 'bmp', image, decodedBy: 'test' });
          },
        },
      },
    });
    this.stage.counter.onChange((state) => {
      this.#checkChange(state);
    });
  }

  get state(): CounterState {
    return this.stage.state;
  }

  get visit(): number {
    return 'guest' in this.state ? this.state.guest.visit : 0;
  }

  lay(kind: Kind, isSeenArriving = true): void {
    const reading = readingOf(kind);
    this.readings.push(reading);
    if (isSeenArriving) this.stage.reader.emit({ type: 'arrived' });
    this.stage.reader.emit({ type: 'read', reading });
  }

  async show(score: number, isEmpty: boolean, visit: number): Promise<void> {
    const frame = frameOf(score, isEmpty);
    this.held.push({ visit, bytes: frame });
    await this.stage.counter.offerFrame(visit, frame);
  }

  /** Time for a guest to look up, and then so many frames. */
  async look(score: number, frames: number, isEmpty: boolean, visit = this.visit): Promise<void> {
    this.stage.clock.pass(700);
    for (let i = 0; i < frames; i++) {
      this.stage.clock.pass(frameInterval);
      await this.show(score, isEmpty, visit);
    }
  }

  /** What a guest and a clerk do where nothing is wrong. */
  async goOn(score: number): Promise<void> {
    const { counter } = this.stage;
    switch (this.state.phase) {
      case 'consent':
        counter.answerConsent(this.visit, { kind: 'face', cloud: false, guardian: true });
        return;
      case 'looking':
        await this.look(score, 3, false);
        return;
      case 'comparing':
        this.answerEngine();
        return;
      case 'result':
        if (standingVerdict(this.state) === 'review')
          await counter.decide(this.visit, { ...by, verdict: 'fail' });
        else this.stage.reader.emit({ type: 'removed' });
        return;
      case 'starting':
      case 'waiting-for-card':
      case 'reading':
      case 'problem':
        this.lay('plain');
    }
  }

  answerEngine(): void {
    this.#pending.shift()?.();
  }

  /** Does what an operator or guest may do; that it is refused is an answer, too. */
  async tryTo(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (caught) {
      if (!(caught instanceof StationError)) throw caught;
    }
  }

  async allowRetry(visit: number): Promise<void> {
    this.#mayGrow = true;
    await this.tryTo(() => this.stage.counter.allowRetry(visit, by));
    this.#mayGrow = false;
  }

  /** What must hold whenever nothing is under way. */
  check(): void {
    const isThere = 'guest' in this.state;
    const alive = this.held.filter(({ bytes }) => !isBlank(bytes));
    expect(alive.filter(({ visit }) => !isThere || visit !== this.visit)).toEqual([]);
    // The chip photo, the best frame, and those of the moment, gathered or compared.
    expect(alive.length).toBeLessThanOrEqual(2 + mostFrames);
    const waiting = this.#nextWaits ? 1 : 0;
    expect(this.#readable()).toBeLessThanOrEqual(this.#untaken() + (isThere ? 1 : 0) + waiting);
    const shown = JSON.stringify(toShownStage(this.state, this.stage.counter.rules, notice));
    for (const secret of [...secrets, '"score"', 'similarity']) expect(shown).not.toContain(secret);
  }

  async end(): Promise<void> {
    this.stage.stop.abort();
    for (let i = 0; i < 5; i++) {
      this.answerEngine();
      await settle();
    }
    await this.stage.ended;
    expect(this.held.filter(({ bytes }) => !isBlank(bytes))).toEqual([]);
    expect(this.#readable()).toBeLessThanOrEqual(this.#untaken());
    for (const record of await this.stage.kept()) {
      const last = record.decisions.at(-1)?.verdict;
      const basis = last ?? record.comparison?.verdict;
      if (record.verdict !== 'review') expect(basis).toBe(record.verdict);
      if (record.verdict === 'pass' && last === undefined) expect(record.warnings).toEqual([]);
      for (const secret of secrets) expect(JSON.stringify(record)).not.toContain(secret);
    }
  }

  /** Cards of which anything can still be read. */
  #readable(): number {
    return this.readings.filter(({ text, photo }) => !isBlank(text) || !isBlank(photo)).length;
  }

  /** Cards the counter has not been given yet; during a comparison it holds the next one back. */
  #untaken(): number {
    return this.stage.reader.untakenReadings + (this.state.phase === 'comparing' ? 1 : 0);
  }

  #checkChange(state: CounterState): void {
    const { before } = this.#seen;
    this.#seen.before = state;
    if (state.phase === 'result') this.#nextWaits ||= state.nextWaits === true;
    else if (state.phase !== 'problem' && state.phase !== 'waiting-for-card')
      this.#nextWaits = false;
    if (before.phase === 'result' && standingVerdict(before) === 'review') {
      // Nothing but a decision, another try, or the end of everything takes an undecided guest away.
      expect(['result', 'looking', 'consent', 'starting']).toContain(state.phase);
      if ('guest' in state) expect(state.guest.visit).toBe(before.guest.visit);
    }
    if (!('guest' in state)) return;
    const { guest } = state;
    if ('guest' in before && before.guest.visit === guest.visit && !this.#mayGrow)
      expect(guest.attemptsLeft).toBeLessThanOrEqual(before.guest.attemptsLeft);
    this.#account(before, state);
    const attempt =
      state.phase === 'result' ? state.outcome.attempt : 'best' in state && state.best;
    if (attempt) {
      const { attempts } = this.stage.counter.rules;
      expect(attempt.decision).toMatchObject({ attempts, farPerAttempt: 0.001 / attempts });
      expect(attempt.decision.farApplied).toBeLessThanOrEqual((0.001 / attempts) * (1 + 1e-9));
    }
    if (state.phase !== 'result') return;
    const { outcome, decisions } = state;
    if (outcome.verdict !== 'review') {
      expect(outcome.attempt?.decision.verdict).toBe(outcome.verdict);
      expect(guest.consent?.kind).toBe('face');
    }
    if (outcome.verdict === 'pass') expect(guest.warnings).toEqual([]);
    if (decisions.length === 0) expect(standingVerdict(state)).toBe(outcome.verdict);
  }

  /** A card never has more scores than its attempts, over all its visits. */
  #account(before: CounterState, state: CounterState): void {
    if (!('guest' in state) || state.guest.card.kind !== 'resident') return;
    // Only a pass that stood when the guest went gives the card its attempts back.
    if (this.#last.passed && this.#last.visit !== state.guest.visit)
      this.used.delete(this.#last.card);
    const { address, birth } = state.guest.card;
    const card = `${address} ${birth.text}`;
    const { attempts } = this.stage.counter.rules;
    const left = 'guest' in before ? before.guest.attemptsLeft : 0;
    const now = this.stage.clock.elapsed();
    const known = this.used.get(card);
    const scores = known === undefined || now >= known.at + ledgerMemory ? 0 : known.scores;
    if (before.phase === 'comparing' && left > state.guest.attemptsLeft)
      this.used.set(card, { scores: scores + 1, at: now });
    expect(this.used.get(card)?.scores ?? 0).toBeLessThanOrEqual(attempts);
    const isFresh = state.guest.attemptsLeft === attempts;
    if (this.#mayGrow && isFresh) this.used.delete(card);
    const passed = state.phase === 'result' && standingVerdict(state) === 'pass';
    this.#last = { visit: state.guest.visit, card, passed };
  }
}

type Deed = (trial: Trial) => void | Promise<void>;

const kinds: readonly Kind[] = ['plain', 'other', 'odd', 'expired', 'child', 'no-photo'];
const answers: readonly ConsentAnswer[] = [
  { kind: 'without-face' },
  { kind: 'face', cloud: false, guardian: false },
  { kind: 'face', cloud: true, guardian: true },
];
const emits =
  (event: Parameters<CounterStage['reader']['emit']>[0]): Deed =>
  ({ stage }) => {
    stage.reader.emit(event);
  };
const silent = new ReaderError('reader.silent');

/** What is meant for the present guest may come for the one before. */
const visitOf = (trial: Trial, isLate: boolean): number => trial.visit - (isLate ? 1 : 0);
const late = fc.nat(9).map((n) => n === 0);

type NamedDeed = readonly [name: string, deed: Deed];
const score = fc.constantFrom(20, 79, 83, 95);

/** What may be done, and how often it is. */
const kindsOfDeeds: readonly (readonly [weight: number, deed: fc.Arbitrary<NamedDeed>])[] = [
  [16, score.map((value) => [`go on (${value})`, (trial) => trial.goOn(value)])],
  [
    3,
    fc.tuple(fc.constantFrom(...kinds), fc.boolean()).map(([kind, isSeenArriving]) => [
      `lay ${kind}`,
      (trial) => {
        trial.lay(kind, isSeenArriving);
      },
    ]),
  ],
  [
    2,
    fc.tuple(fc.constantFrom(...answers), late).map(([answer, isLate]) => [
      `answer ${JSON.stringify(answer)}`,
      (trial) =>
        trial.tryTo(() => {
          trial.stage.counter.answerConsent(visitOf(trial, isLate), answer);
        }),
    ]),
  ],
  [
    5,
    fc
      .tuple(score, fc.integer({ min: 1, max: 3 }), fc.boolean(), late)
      .map(([value, frames, isEmpty, isLate]) => [
        `show ${value} ${frames} times`,
        (trial) => trial.look(value, frames, isEmpty, visitOf(trial, isLate)),
      ]),
  ],
  [
    2,
    fc.constant([
      'engine answers',
      (trial) => {
        trial.answerEngine();
      },
    ]),
  ],
  [
    2,
    fc.constantFrom(1000, 10_000, 70_000, 700_000).map((ms) => [
      `pass ${ms}`,
      ({ stage }) => {
        stage.clock.pass(ms);
      },
    ]),
  ],
  [
    3,
    fc.constantFrom<NamedDeed[]>(
      ['lift', emits({ type: 'removed' })],
      ['fail to read', emits({ type: 'read-failed', error: silent })],
      ['already read', emits({ type: 'already-read' })],
      ['lose the reader', emits({ type: 'reader-lost', error: silent })],
      ['find the reader', emits({ type: 'reader-recovered', attempts: 1 })],
    ),
  ],
  [
    2,
    fc
      .tuple(fc.constantFrom('pass', 'fail'), late)
      .map(([verdict, isLate]) => [
        `decide ${verdict}`,
        (trial) =>
          trial.tryTo(() => trial.stage.counter.decide(visitOf(trial, isLate), { ...by, verdict })),
      ]),
  ],
  [2, late.map((isLate) => ['allow a retry', (trial) => trial.allowRetry(visitOf(trial, isLate))])],
  [
    1,
    late.map((isLate) => [
      'finish',
      (trial) =>
        trial.tryTo(() => {
          trial.stage.counter.finishVisit(visitOf(trial, isLate));
        }),
    ]),
  ],
  [
    1,
    late.map((isLate) => [
      'ask for staff',
      (trial) =>
        trial.tryTo(() => {
          trial.stage.counter.askForStaff(visitOf(trial, isLate));
        }),
    ]),
  ],
];
const deeds = fc.oneof(...kindsOfDeeds.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** A deed that says what it is when a run fails. */
const story = fc.array(
  deeds.map(([name, deed]) => Object.assign(deed, { [fc.toStringMethod]: () => name })),
  { minLength: 20, maxLength: 80 },
);

describe('a counter, whatever happens in whatever order', () => {
  it('keeps its promises', { timeout: 60_000 }, async () => {
    const verdicts = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), story, async (attempts, steps) => {
        const trial = new Trial(attempts);
        await settle();
        for (const step of steps) {
          await step(trial);
          await settle();
          trial.check();
          if (trial.state.phase === 'result') verdicts.add(standingVerdict(trial.state));
        }
        await trial.end();
        // A promise that is broken inside the counter breaks it down.
        for (const { code, cause } of trial.stage.errors)
          if (code === 'witness.unexpected') throw cause;
      }),
      { numRuns: 150 },
    );
    expect(verdicts.size).toBe(3);
  });
});
