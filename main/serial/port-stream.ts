import { SerialPort } from 'serialport';

/** The settings a port is opened with. */
export interface PortSettings {
  readonly path: string;
  /** Bits per second. */
  readonly baudRate: number;
  readonly dataBits: 8;
  readonly parity: 'none';
  readonly stopBits: 1;
  readonly rtscts: false;
  readonly xon: false;
  readonly xoff: false;
  readonly xany: false;
  readonly hupcl: false;
  readonly lock: true;
}

type Done = (error?: Error | null) => void;

/** The part of a `serialport` stream that is used; a test or a demonstration may bring its own. */
export interface PortStream {
  readonly isOpen: boolean;
  open(done: Done): void;
  close(done: Done): void;
  write(bytes: Buffer, done: Done): boolean;
  flush(done: Done): void;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'close' | 'error', listener: (error?: Error | null) => void): unknown;
}

/** Makes a port that is not open yet. */
export type CreatePort = (settings: PortSettings) => PortStream;

/** A port of this computer. */
export const createSystemPort: CreatePort = (settings) =>
  new SerialPort({ ...settings, autoOpen: false });

/**
 * Eight data bits, no parity, one stop bit, no flow control (reader protocol §1.1). Locked, so that
 * two programs cannot mix their commands. The lines are left alone on closing (`hupcl`): some readers
 * take a falling DTR for a loss of power and need seconds to come back.
 */
export const settingsFor = (path: string, baudRate: number): PortSettings => ({
  path,
  baudRate,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  rtscts: false,
  xon: false,
  xoff: false,
  xany: false,
  hupcl: false,
  lock: true,
});
