import type { EmulatorLink } from '../../../native-bridge/reader-emulator/emulator-link.ts';

/** A wire in memory: a program's requests go in, everything the reader sends is kept. */
export class MemoryLink implements EmulatorLink {
  readonly sent: Uint8Array[] = [];
  closed = false;
  speed: number | undefined;
  /** Makes the next writes fail. */
  failure: Error | undefined;
  readonly #listeners = new Set<(chunk: Uint8Array) => void>();
  #waiting: (() => void)[] = [];

  onData(listener: (chunk: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.sent.push(bytes);
    for (const wake of this.#waiting.splice(0)) wake();
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  hostSpeed(): number | undefined {
    return this.speed;
  }

  /** Bytes from the program. */
  request(bytes: Uint8Array): void {
    for (const listener of this.#listeners) listener(bytes);
  }

  /**
   * Bytes from the program, and all the reader sends for them at once. Everything but a pause is
   * finished when the event loop has turned.
   */
  async exchange(bytes: Uint8Array): Promise<Uint8Array> {
    const before = this.sent.length;
    this.request(bytes);
    await new Promise((resolve) => setImmediate(resolve));
    return new Uint8Array(Buffer.concat(this.sent.slice(before)));
  }

  /** Resolves once the reader has sent so many pieces in all. */
  async pieces(count: number): Promise<readonly Uint8Array[]> {
    while (this.sent.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.sent;
  }

  /** Resolves once this stands among all the bytes sent. */
  async until(bytes: Uint8Array): Promise<void> {
    while (!Buffer.concat(this.sent).includes(Buffer.from(bytes)))
      await this.pieces(this.sent.length + 1);
  }
}
