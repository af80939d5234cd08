import { ReaderError } from './reader-error.ts';

/** The identity of a reader's security module (reader protocol §1.5). */
export interface SamId {
  /** As printed on readers and in licences: `05.03-20200102-0001234567-0890123456`. */
  readonly text: string;
  readonly maker: number;
  readonly second: number;
  /** A number that reads like a date, YYYYMMDD. */
  readonly date: number;
  readonly serial: readonly [number, number];
}

const size = 16;
const digits = (value: number, count: number): string => String(value).padStart(count, '0');

/**
 * Reads the 16 bytes: two numbers of 16 bits and three of 32, little-endian and unsigned; the text
 * form pads the last two to 10 digits.
 *
 * @throws ReaderError `reader.unexpected-reply` for any other size.
 */
export const parseSamId = (bytes: Uint8Array): SamId => {
  if (bytes.length !== size) {
    throw new ReaderError('reader.unexpected-reply', { command: 'sam-id', bytes: bytes.length });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, size);
  const maker = view.getUint16(0, true);
  const second = view.getUint16(2, true);
  const date = view.getUint32(4, true);
  const serial = [view.getUint32(8, true), view.getUint32(12, true)] as const;
  const text = [
    `${digits(maker, 2)}.${digits(second, 2)}`,
    digits(date, 8),
    ...serial.map((part) => digits(part, 10)),
  ].join('-');
  return { text, maker, second, date, serial };
};
