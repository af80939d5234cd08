import type { PortStream } from '../../../main/serial/port-stream.ts';

type Done = (error?: Error | null) => void;

/** A port whose driver does exactly what the test says. */
export class FakePort implements PortStream {
  isOpen = false;
  readonly written: Uint8Array[] = [];
  flushes = 0;
  closes = 0;
  /** What the driver says to the next call; `'never'` is a driver that hangs. */
  opening: Error | 'never' | null = null;
  writing: Error | 'never' | null = null;
  closing: Error | 'never' | null = null;
  pendingOpen: Done | null = null;
  readonly #listeners: { event: string; listener: (value: never) => void }[] = [];

  open(done: Done): void {
    this.#answer(this.opening, (error) => {
      this.isOpen = !error;
      done(error);
    });
    this.pendingOpen = done;
  }

  close(done: Done): void {
    this.closes += 1;
    this.#answer(this.closing, (error) => {
      this.isOpen = false;
      done(error);
    });
  }

  write(bytes: Buffer, done: Done): boolean {
    this.written.push(Uint8Array.from(bytes));
    this.#answer(this.writing, done);
    return true;
  }

  flush(done: Done): void {
    this.flushes += 1;
    this.#answer(null, done);
  }

  on(event: 'data', listener: (chunk: Buffer) => void): this;
  on(event: 'close' | 'error', listener: (error?: Error | null) => void): this;
  on(event: string, listener: (value: never) => void): this {
    this.#listeners.push({ event, listener });
    return this;
  }

  emit(event: 'data' | 'close' | 'error', value?: unknown): void {
    for (const entry of this.#listeners) {
      if (entry.event === event) entry.listener(value as never);
    }
  }

  #answer(with_: Error | 'never' | null, done: Done): void {
    if (with_ === 'never') return;
    queueMicrotask(() => {
      done(with_);
    });
  }
}
