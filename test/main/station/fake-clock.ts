import type { Clock } from '../../../main/station/clock.ts';

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Time that passes when the test says so. */
export class FakeClock implements Clock {
  /** What the clock on the wall shows besides the time that passed. */
  wall = Date.parse('2026-03-10T12:00:00.000Z');
  #elapsed = 0;
  readonly #timers = new Set<Timer>();

  /** How many things are to happen by themselves. */
  get waiting(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.wall + this.#elapsed;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  after(ms: number, work: () => void): () => void {
    const timer: Timer = { at: this.#elapsed + ms, work };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Lets time pass; what is due happens in its order. */
  pass(ms: number): void {
    const end = this.#elapsed + ms;
    for (;;) {
      const [first] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (first === undefined) break;
      this.#timers.delete(first);
      this.#elapsed = first.at;
      first.work();
    }
    this.#elapsed = end;
  }
}
