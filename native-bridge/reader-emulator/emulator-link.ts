/** The wire an emulated reader hangs on: a pseudo-terminal, a mock port, or anything else that carries bytes. */
export interface EmulatorLink {
  /** Calls back with each chunk from the program; returns the way to stop. */
  onData(listener: (chunk: Uint8Array) => void): () => void;
  /** Sends bytes to the program. Rejects when the wire is gone. */
  write(bytes: Uint8Array): Promise<void>;
  /** Pulls the plug: the program sees its port vanish. */
  close(): Promise<void>;
  /**
   * The speed the program uses, in bits per second. Where it is known, the reader is deaf to any speed
   * but its own, as a real one is.
   */
  hostSpeed?(): number | undefined;
}
