/**
 * A two-way stream of bytes to a reader: all the card room knows of a serial port.
 * The serial room implements it over `serialport`; nothing here imports a transport.
 */
export interface ByteChannel {
  /** What the operator calls the port, for messages: `COM3`, `/dev/ttyUSB0`. */
  readonly path: string;
  /** Line speed in bits per second; timeouts scale with it. */
  readonly baudRate: number;
  /** Resolves when the bytes have left for the driver. Rejects with a `ReaderError`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Throws away everything received but not yet delivered. */
  flush(): Promise<void>;
  /** Calls back with each chunk as it arrives; returns the way to stop. */
  onData(listener: (chunk: Uint8Array) => void): () => void;
  /** Calls back once when the port is gone, with the cause unless `close()` was called; at once if it is. */
  onClose(listener: (cause?: Error) => void): () => void;
  /** Closes the port. Never hangs: gives up waiting after a bounded time. */
  close(): Promise<void>;
}

/** Opens a channel, or rejects with a `ReaderError` (not found, busy, no permission). */
export type OpenChannel = (options: {
  readonly path: string;
  readonly baudRate: number;
}) => Promise<ByteChannel>;
