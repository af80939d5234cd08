import type { CardEvent } from '../../../main/card/card-event.ts';

/** A reader whose events the test decides; it opens and closes as the real one does. */
export class FakeReader {
  openings = 0;
  #isOpen = false;
  #stop = new AbortController();
  readonly #queue: (CardEvent | Error)[] = [];
  readonly #changes = new EventTarget();

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Cards that were read, and that nobody has taken yet. */
  get untakenReadings(): number {
    return this.#queue.filter((event) => !(event instanceof Error) && event.type === 'read').length;
  }

  emit(event: CardEvent | Error): void {
    this.#queue.push(event);
    this.#changes.dispatchEvent(new Event('change'));
  }

  /** Resolves once somebody listens. */
  async opened(): Promise<void> {
    await this.#until(() => this.#isOpen);
  }

  async closed(): Promise<void> {
    await this.#until(() => !this.#isOpen);
  }

  close(): Promise<void> {
    this.#isOpen = false;
    this.#stop.abort();
    this.#changes.dispatchEvent(new Event('change'));
    return Promise.resolve();
  }

  async *events({ signal }: { readonly signal?: AbortSignal } = {}): AsyncGenerator<
    CardEvent,
    void,
    undefined
  > {
    this.#stop = new AbortController();
    const { signal: closed } = this.#stop;
    this.#isOpen = true;
    this.openings += 1;
    this.#changes.dispatchEvent(new Event('change'));
    const wake = (): void => {
      this.#changes.dispatchEvent(new Event('change'));
    };
    signal?.addEventListener('abort', wake);
    const isOver = (): boolean => closed.aborted || signal?.aborted === true;
    try {
      while (!isOver()) {
        await this.#until(() => this.#queue.length > 0 || isOver());
        if (isOver()) return;
        const next = this.#queue.shift();
        if (next instanceof Error) throw next;
        if (next !== undefined) yield next;
      }
    } finally {
      signal?.removeEventListener('abort', wake);
    }
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise((resolve) => {
        this.#changes.addEventListener('change', resolve, { once: true });
      });
    }
  }
}
