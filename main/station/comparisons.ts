import type { WeightedFrame } from '../compare/contract.ts';
import { betterOf } from './attempt.ts';
import type { AttemptLedger } from './attempt-ledger.ts';
import type { Clock } from './clock.ts';
import type { CounterCourse } from './counter-course.ts';
import type { StateIn } from './counter-state.ts';
import { imagesOf, type ChosenFrames } from './frame-chooser.ts';
import type { HeldVisit } from './held-visit.ts';
import { reasonOf, runAttempt, type AttemptParts } from './run-attempt.ts';

/** The engine for the guest of a state. */
export type EngineFor = (consent: {
  readonly cloud: boolean;
}) => ReturnType<AttemptParts['engine']>;

/** Compares chosen frames, those of one moment at a time, and lets the course know what came of it. */
export class Comparisons {
  readonly #course: CounterCourse;
  readonly #ledger: AttemptLedger;
  readonly #clock: Pick<Clock, 'elapsed'>;
  #running: Promise<void> | undefined;

  constructor(course: CounterCourse, ledger: AttemptLedger, clock: Pick<Clock, 'elapsed'>) {
    this.#course = course;
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** Begins to compare frames; those that are not wanted any more are only overwritten. */
  begin(held: HeldVisit, frames: ChosenFrames, engineFor: EngineFor): void {
    const { state } = this.#course;
    if (state.phase !== 'looking' || state.guest.visit !== held.visit) {
      overwrite(frames);
      return;
    }
    this.#course.happen({ type: 'attempt-began' });
    this.#running = this.#compare(held, state, frames, engineFor);
  }

  /** Resolves when nothing is being compared. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) {
      const running = this.#running;
      await running;
      if (this.#running === running) this.#running = undefined;
    }
  }

  async #compare(
    held: HeldVisit,
    { guest, best }: StateIn<'looking'>,
    frames: ChosenFrames,
    engineFor: EngineFor,
  ): Promise<void> {
    const [{ image: frame }, ...further] = frames;
    const { consent, needs } = guest;
    const cloud = needs.cloud && consent?.kind === 'face' && consent.cloud;
    const engine = (): ReturnType<EngineFor> => engineFor({ cloud });
    const chipPhoto: AttemptParts['chipPhoto'] = () => held.chipPhoto();
    const begun = this.#clock.elapsed();
    try {
      const parts = { chipPhoto, engine, rules: held.rules };
      // The clerk sees the best frame; nobody needs the others once the score is known.
      const attempt = await runAttempt(parts, frames).finally(() => {
        overwrite(further);
      });
      held.record.addComparison(this.#clock.elapsed() - begun);
      if (attempt === undefined) {
        frame.fill(0);
        this.#course.happen({ type: 'attempt-void' });
        return;
      }
      // Counted before anybody can hear of it: who knows the score has used the attempt.
      this.#ledger.count(held.mark);
      if (betterOf(best, attempt) === attempt) held.keepFrame(frame);
      else frame.fill(0);
      const attemptsLeft = guest.attemptsLeft - 1;
      this.#course.happen({ type: 'attempt-ended', attempt, attemptsLeft });
      const { state } = this.#course;
      if (state.phase === 'result' && state.outcome.verdict === 'pass')
        this.#ledger.clear(held.mark);
    } catch (caught) {
      // The clerk, who decides now, compares by eye.
      if (best === undefined) held.keepFrame(frame);
      else frame.fill(0);
      const error = this.#course.report(caught).toJSON();
      this.#course.happen({ type: 'attempt-failed', reason: reasonOf(caught), error });
    }
  }
}

const overwrite = (frames: readonly WeightedFrame[]): void => {
  for (const image of imagesOf(frames)) image.fill(0);
};
