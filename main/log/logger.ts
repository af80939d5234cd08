import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { isWitnessError } from '../errors/witness-error.ts';

/** Levels of the log, from chatty to silent. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Fields that hold a person or a picture wherever they stand. Cards are masked before they get here;
 * this is the second lock on the door.
 */
const personal = [
  'name',
  'englishName',
  'chineseName',
  'address',
  'number',
  'travelPermitNumber',
  'birth',
  'photo',
  'text',
  'image',
  'embedding',
];

/**
 * A structured log: one JSON line per event, on standard error so that standard output stays the
 * result's.
 *
 * @param level - default: `WITNESS_LOG` of the environment, else `warn`.
 */
export const createLogger = (
  level: LogLevel = levelOf(process.env['WITNESS_LOG']),
  destination: DestinationStream = process.stderr,
): Logger =>
  pino(
    {
      level,
      base: null,
      redact: {
        paths: personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '***',
      },
      serializers: {
        // A typed error is its code and data; a stack belongs to those nobody foresaw.
        error: (error: unknown) =>
          isWitnessError(error)
            ? { ...error.toJSON(), cause: causeOf(error.cause) }
            : error instanceof Error
              ? stdSerializers.err(error)
              : error,
      },
    },
    destination,
  );

const levelOf = (text: string | undefined): LogLevel =>
  logLevels.find((level) => level === text) ?? 'warn';

const causeOf = (cause: unknown): string | undefined =>
  cause instanceof Error ? cause.message : undefined;
