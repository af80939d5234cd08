/** As much of the platform's speech synthesis as is used. */
export interface Voice {
  /** Says a text now, in place of whatever is being said. */
  say(text: string, locale: string): void;
  hush(): void;
}

export interface SpeakerOptions {
  readonly voice: Voice;
  /** Calls back after as many milliseconds; returns the way to call it off. */
  readonly later: (act: () => void, ms: number) => () => void;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

/** Milliseconds a text has to hold before it is said: advice may change from frame to frame. */
const settle = 450;

/** Milliseconds from the start of one prompt to the next one of the same turn. */
const leastBetween = 2500;

/** Milliseconds until the same words may be said again. */
const untilRepeated = 12_000;

/**
 * Says what is to be said, and no more: only what holds for a moment, not the same words again and
 * again, and not one prompt over the other, except where the guest has come to another turn.
 */
export class Speaker {
  readonly #options: SpeakerOptions;
  #turn: string | undefined;
  #wanted: string | undefined;
  #lastText: string | undefined;
  #lastAt = -Infinity;
  #callOff: () => void = () => undefined;

  constructor(options: SpeakerOptions) {
    this.#options = options;
  }

  /**
   * @param turn - what the text belongs to, such as a phase: a new one interrupts the last.
   * @param text - what to say while the turn lasts; `undefined` for nothing.
   */
  prompt(turn: string, text: string | undefined, locale: string): void {
    if (turn === this.#turn && text === this.#wanted) return;
    const isNewTurn = turn !== this.#turn;
    this.#callOff();
    this.#turn = turn;
    this.#wanted = text;
    if (isNewTurn) this.#lastText = undefined;
    if (text === undefined) return;
    const { now, later } = this.#options;
    const sinceLast = now() - this.#lastAt;
    if (text === this.#lastText && sinceLast < untilRepeated) return;
    const wait = isNewTurn ? settle : Math.max(settle, leastBetween - sinceLast);
    this.#callOff = later(() => {
      this.#say(text, locale);
    }, wait);
  }

  /** Says no more, and forgets what it said. */
  hush(): void {
    this.#callOff();
    this.#options.voice.hush();
    this.#turn = undefined;
    this.#wanted = undefined;
    this.#lastText = undefined;
  }

  #say(text: string, locale: string): void {
    this.#lastText = text;
    this.#lastAt = this.#options.now();
    this.#options.voice.say(text, locale);
  }
}
