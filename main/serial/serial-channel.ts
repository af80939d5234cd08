import type { ByteChannel } from '../card/byte-channel.ts';
import { ReaderError } from '../card/reader-error.ts';
import { watchDevice } from './device-watch.ts';
import type { PortStream } from './port-stream.ts';

/** How long a port may take to close, in ms. Some drivers never finish after a device is pulled out. */
const closeTimeout = 2000;

/** A {@link ByteChannel} over an open serial port. */
export class SerialChannel implements ByteChannel {
  readonly path: string;
  readonly baudRate: number;
  readonly #port: PortStream;
  readonly #dataListeners = new Set<(chunk: Uint8Array) => void>();
  readonly #closeListeners = new Set<(cause?: Error) => void>();
  #end: { readonly cause?: Error } | null = null;
  #closing: Promise<void> | null = null;
  #stopWatching: () => void = () => undefined;

  /** @param port - already open. */
  constructor(port: PortStream, path: string, baudRate: number) {
    this.path = path;
    this.baudRate = baudRate;
    this.#port = port;
    port.on('data', (chunk) => {
      // The stream reuses its buffer; what is delivered must stay as it is.
      for (const listener of [...this.#dataListeners]) listener(Uint8Array.from(chunk));
    });
    port.on('error', (error) => {
      this.#lose(error ?? new Error('The port failed.'));
    });
    port.on('close', (error) => {
      this.#lose(error ?? new Error('The port was closed by the system.'));
    });
  }

  /** Starts to look whether the device is still plugged in. */
  async watch(): Promise<void> {
    const stop = await watchDevice(this.path, () => {
      this.#lose(new Error(`${this.path} is gone.`));
    });
    if (this.#end) stop();
    else this.#stopWatching = stop;
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.#ask((done) => this.#port.write(Buffer.from(bytes), done));
  }

  flush(): Promise<void> {
    return this.#ask((done) => {
      this.#port.flush(done);
    });
  }

  onData(listener: (chunk: Uint8Array) => void): () => void {
    this.#dataListeners.add(listener);
    return () => {
      this.#dataListeners.delete(listener);
    };
  }

  onClose(listener: (cause?: Error) => void): () => void {
    if (this.#end) {
      listener(this.#end.cause);
      return () => undefined;
    }
    this.#closeListeners.add(listener);
    return () => {
      this.#closeListeners.delete(listener);
    };
  }

  /** @throws ReaderError `reader.close-timed-out` when the driver does not finish within 2 s. */
  close(): Promise<void> {
    this.#finish({});
    this.#closing ??= this.#closePort();
    return this.#closing;
  }

  #ask(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    if (this.#end) return Promise.reject(this.#endError());
    return new Promise((resolve, reject) => {
      start((error) => {
        if (!error) resolve();
        else reject(this.#end ? this.#endError() : this.#unplugged(error));
      });
    });
  }

  #lose(cause: Error): void {
    if (this.#end) return;
    this.#finish({ cause });
    // What the driver still holds is let go; nobody waits for a port that is gone.
    this.#closing = this.#closePort();
    this.#closing.catch(() => undefined);
  }

  #finish(end: { readonly cause?: Error }): void {
    if (this.#end) return;
    this.#end = end;
    this.#stopWatching();
    for (const listener of [...this.#closeListeners]) listener(end.cause);
    this.#dataListeners.clear();
    this.#closeListeners.clear();
  }

  #closePort(): Promise<void> {
    if (!this.#port.isOpen) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const about = { port: this.path, afterMs: closeTimeout };
        reject(new ReaderError('reader.close-timed-out', about));
      }, closeTimeout);
      // An error here says that it was closed already: a pulled-out port closes itself.
      this.#port.close(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #endError(): ReaderError {
    return this.#end?.cause ? this.#unplugged(this.#end.cause) : new ReaderError('reader.closed');
  }

  #unplugged(cause: Error): ReaderError {
    return new ReaderError('reader.unplugged', { port: this.path }, { cause });
  }
}
