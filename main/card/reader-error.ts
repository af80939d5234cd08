import { WitnessError, type ErrorData } from '../errors/witness-error.ts';
import { hostErrorCatalogue } from './host-errors.ts';
import { statusCatalogue, statusGroup, statusName, type StatusGroup } from './status.ts';

/** Every code of this room: `reader.…` for what fails on our side, `sam.…` for what the reader reports. */
export const readerErrorCatalogue = { ...hostErrorCatalogue, ...statusCatalogue } as const;

export type ReaderErrorCode = keyof typeof readerErrorCatalogue;

/** Any failure of a reader, its port, or the card on it. */
export class ReaderError extends WitnessError<ReaderErrorCode> {
  override readonly name = 'ReaderError';

  constructor(code: ReaderErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(readerErrorCatalogue[code], code, data, options);
  }
}

/** A byte as people write it in protocol tables: `9F`. */
export const hexOf = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/**
 * The error for an SW3 that is not success. One that no source describes keeps its number.
 *
 * @param sw3 - the status, 0 to 255.
 * @param command - the name of the command it answered.
 */
export const errorOfStatus = (sw3: number, command: string): ReaderError =>
  new ReaderError(statusName(sw3) ?? 'reader.unknown-status', { command, status: hexOf(sw3) });

export const isReaderError = (value: unknown): value is ReaderError => value instanceof ReaderError;

/** Tells a few codes from the rest, for the compiler too. */
const guard =
  <Code extends ReaderErrorCode>(...codes: readonly Code[]) =>
  (value: unknown): value is ReaderError & { readonly code: Code } =>
    isReaderError(value) && codes.some((code) => code === value.code);

/** What came over the line from the reader was wrong, or nothing came. */
const isBadReply = guard(
  'reader.silent',
  'reader.damaged-reply',
  'reader.incomplete-reply',
  'reader.unexpected-reply',
  'reader.wrong-lengths',
  'reader.wrong-text-size',
);

/** The bytes on the line went wrong, in either direction: asking again may help. */
export const isTransmissionError = (value: unknown): value is ReaderError =>
  isBadReply(value) || statusGroupOf(value) === 'line-fault';

/** The port cannot be opened, or is gone: only opening it again can help. */
export const isPortError = guard(
  'reader.port-not-found',
  'reader.port-busy',
  'reader.port-denied',
  'reader.port-failed',
  'reader.no-ports',
  'reader.not-discovered',
  'reader.unplugged',
);

/** The caller stopped it: cancelled, or closed the reader. Not a failure of anything. */
export const isStopped = guard('reader.aborted', 'reader.closed');

/** The group of the status behind an error; `undefined` for errors of our side and unknown statuses. */
export const statusGroupOf = (error: unknown): StatusGroup | undefined => {
  if (!isReaderError(error) || !error.code.startsWith('sam.')) return undefined;
  const { status } = error.data;
  return typeof status === 'string' ? statusGroup(Number.parseInt(status, 16)) : undefined;
};
