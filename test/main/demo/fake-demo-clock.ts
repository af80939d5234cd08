import type { DemoClock } from '../../../main/demo/demo-clock.ts';

/** Time that passes when the test says so. */
export class FakeDemoClock implements DemoClock {
  readonly #pauses = new Set<{ readonly ms: number; readonly end: () => void }>();
  readonly #changes = new EventTarget();

  now(): Date {
    return new Date(2026, 2, 10, 12);
  }

  pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const pause = { ms, end: resolve };
      this.#pauses.add(pause);
      const cut = (): void => {
        this.#pauses.delete(pause);
        reject(new Error('cut off'));
      };
      if (signal.aborted) cut();
      else signal.addEventListener('abort', cut, { once: true });
      this.#changes.dispatchEvent(new Event('pause'));
    });
  }

  /** How many milliseconds are waited for, by everybody. */
  get waitedFor(): readonly number[] {
    return [...this.#pauses].map(({ ms }) => ms);
  }

  /** Waits until somebody waits, and lets that time pass. */
  async pass(): Promise<void> {
    while (this.#pauses.size === 0)
      await new Promise((resolve) => {
        this.#changes.addEventListener('pause', resolve, { once: true });
      });
    for (const pause of this.#pauses) {
      this.#pauses.delete(pause);
      pause.end();
    }
  }
}
