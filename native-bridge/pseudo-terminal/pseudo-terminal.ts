import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadStream } from 'node:tty';
import { checked, closeOnExec, terminalCalls } from './c-library.ts';
import { lineSpeed, makeRaw } from './line-settings.ts';
import { linkPort } from './port-link.ts';
import { PseudoTerminalError } from './pseudo-terminal-error.ts';

/** The device's end of an emulated serial port. */
export interface PseudoTerminal {
  /** What a program opens as a serial port: `/dev/pts/3`, or the link asked for. */
  readonly path: string;
  /** The speed the program set the port to, in bits per second. */
  hostSpeed(): number;
  /** Calls back with each chunk the program sends; returns the way to stop. */
  onData(listener: (chunk: Uint8Array) => void): () => void;
  /**
   * Sends bytes to the program, in the order of the calls. Resolves when the system has taken them
   * all; a program that does not read makes it wait.
   *
   * @throws PseudoTerminalError `pseudo-terminal.closed` or `pseudo-terminal.failed`.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Unplugs: the port vanishes and a program that has it open sees it go. May be called twice. */
  close(): Promise<void>;
}

export interface PseudoTerminalOptions {
  /** A name for the port that is the same each time; a symbolic link is made there. */
  readonly link?: string;
}

/**
 * Opens a pseudo-terminal (POSIX.1-2017 `posix_openpt`) in raw mode.
 *
 * @throws PseudoTerminalError `pseudo-terminal.unsupported` on Windows, `pseudo-terminal.failed` when
 * the system has none to give, `pseudo-terminal.link-taken`.
 */
export const openPseudoTerminal = (options: PseudoTerminalOptions = {}): PseudoTerminal => {
  const calls = terminalCalls();
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
  const master = checked('posix_openpt', calls.openMaster(O_RDWR | O_NOCTTY));
  let port: number | undefined;
  let unlink: (() => void) | undefined;
  try {
    // A child that inherits the master would keep the port alive after we unplugged it.
    checked('fcntl', calls.setDescriptorFlags(master, closeOnExec));
    checked('fcntl', calls.setStatusFlags(master, O_NONBLOCK));
    checked('grantpt', calls.grant(master));
    checked('unlockpt', calls.unlock(master));
    const path = calls.portPath(master);
    // Held open: without any program at the port, reading the master would fail with EIO.
    port = openSync(path, O_RDWR | O_NOCTTY);
    makeRaw(port);
    if (options.link !== undefined) unlink = linkPort(options.link, path);
    return new OpenPseudoTerminal({ master, port, path: options.link ?? path, unlink });
  } catch (caught) {
    unlink?.();
    if (port !== undefined) closeSync(port);
    closeSync(master);
    throw caught;
  }
};

interface OpenParts {
  readonly master: number;
  readonly port: number;
  readonly path: string;
  readonly unlink: (() => void) | undefined;
}

/** Milliseconds before trying again when the program has not read what was sent. */
const fullBufferPause = 5;

class OpenPseudoTerminal implements PseudoTerminal {
  readonly path: string;
  readonly #parts: OpenParts;
  readonly #reading: ReadStream;
  readonly #listeners = new Set<(chunk: Uint8Array) => void>();
  #writing: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(parts: OpenParts) {
    this.path = parts.path;
    this.#parts = parts;
    // Reads without blocking and owns the master from here on. It is not used for writing: libuv
    // writes to a master in blocking mode, which stops the whole process when the program does not read.
    this.#reading = new ReadStream(parts.master);
    this.#reading.on('data', (chunk: Buffer) => {
      for (const listener of this.#listeners) listener(chunk);
    });
    this.#reading.on('error', (error) => {
      this.#failure = error;
    });
  }

  hostSpeed(): number {
    this.#assertOpen();
    return lineSpeed(this.#parts.port);
  }

  onData(listener: (chunk: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  write(bytes: Uint8Array): Promise<void> {
    const written = this.#writing.then(() => this.#writeAll(bytes));
    // The caller gets the failure; the chain goes on for the next one.
    this.#writing = written.catch(() => undefined);
    return written;
  }

  close(): Promise<void> {
    this.#closing ??= this.#unplug();
    return this.#closing;
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    let sent = 0;
    while (sent < bytes.length) {
      this.#assertOpen();
      const count = this.#writeSome(bytes, sent);
      if (count === 0) await sleep(fullBufferPause);
      sent += count;
    }
  }

  /** Writes what the system takes now; 0 when its buffer is full. */
  #writeSome(bytes: Uint8Array, offset: number): number {
    try {
      return writeSync(this.#parts.master, bytes, offset);
    } catch (caught) {
      const { code } = caught as NodeJS.ErrnoException;
      if (code === 'EAGAIN') return 0;
      throw new PseudoTerminalError(
        'pseudo-terminal.failed',
        { call: 'write', reason: code ?? 'unknown' },
        { cause: caught },
      );
    }
  }

  #assertOpen(): void {
    const { path } = this;
    if (this.#closing !== undefined) {
      throw new PseudoTerminalError('pseudo-terminal.closed', { path });
    }
    if (this.#failure !== undefined) {
      const { code } = this.#failure as NodeJS.ErrnoException;
      throw new PseudoTerminalError(
        'pseudo-terminal.failed',
        { call: 'read', reason: code ?? 'unknown' },
        { cause: this.#failure },
      );
    }
  }

  async #unplug(): Promise<void> {
    this.#listeners.clear();
    const { port, unlink } = this.#parts;
    await new Promise<void>((resolve) => {
      if (this.#reading.closed) resolve();
      this.#reading.once('close', resolve);
      this.#reading.destroy();
    });
    closeSync(port);
    unlink?.();
  }
}
