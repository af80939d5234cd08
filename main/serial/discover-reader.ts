import type { OpenChannel } from '../card/byte-channel.ts';
import { samStatus, readSamId, speeds, type Speed } from '../card/commands.ts';
import type { PortChoice } from '../card/connection.ts';
import { throwIfAborted } from '../card/delay.ts';
import { Link } from '../card/link.ts';
import { isPortError, isReaderError, isStopped, ReaderError } from '../card/reader-error.ts';
import { parseSamId } from '../card/sam-id.ts';
import { listCandidatePorts } from './candidate-ports.ts';
import { openSerialChannel } from './open-serial-channel.ts';

/** A reader that answered. */
export interface DiscoveredReader extends PortChoice {
  readonly baudRate: Speed;
  /** Text of the SAM id; `null` when the reader does not tell. */
  readonly samId: string | null;
}

/** One port at one speed, tried: a reader, or why there is none. */
export interface DiscoveryAttempt extends PortChoice {
  /** `null` when a reader answered. */
  readonly failure: ReaderError | null;
}

export interface DiscoveryOptions {
  /** Ports to try, in order. Default: all that may have a reader. */
  readonly paths?: readonly string[];
  /** Speeds to try, in order. Default: 115200, 57600, 38400, 19200, 9600. */
  readonly speeds?: readonly Speed[];
  readonly openChannel?: OpenChannel;
  /** Told of each attempt when it has ended. */
  readonly onAttempt?: (attempt: DiscoveryAttempt) => void;
  readonly signal?: AbortSignal;
}

/**
 * Looks for a reader: on each port, at each speed, asks for the SAM status and takes the first that
 * answers (reader protocol §1.1). A module that answers with an error is a reader too, and its error
 * is what the operator must hear.
 *
 * @throws ReaderError `reader.no-ports`; `reader.not-discovered` with the ports tried, and the
 * failures as its cause; the only failure itself when one port was named and it did not open;
 * `sam.…` when a reader answered that it cannot work; `reader.aborted`.
 */
export const discoverReader = async (options: DiscoveryOptions = {}): Promise<DiscoveredReader> => {
  const { signal, onAttempt } = options;
  const paths = options.paths ?? (await listCandidatePorts()).map(({ path }) => path);
  if (paths.length === 0) throw new ReaderError('reader.no-ports');
  const failures: ReaderError[] = [];
  for (const path of paths) {
    for (const baudRate of options.speeds ?? speeds) {
      throwIfAborted(signal);
      try {
        const samId = await ask({ path, baudRate }, options);
        onAttempt?.({ path, baudRate, failure: null });
        return { path, baudRate, samId };
      } catch (error) {
        if (!isReaderError(error) || isStopped(error)) throw error;
        onAttempt?.({ path, baudRate, failure: error });
        if (error.code.startsWith('sam.')) throw error;
        failures.push(error);
        // Another speed does not open a port that does not open.
        if (isPortError(error)) break;
      }
    }
  }
  const [first] = failures;
  if (paths.length === 1 && isPortError(first)) throw first;
  const cause = new AggregateError(failures, 'No port has a reader.');
  throw new ReaderError('reader.not-discovered', { ports: [...paths] }, { cause });
};

/** Asks one port at one speed for its status, then for its id. */
const ask = async (
  choice: PortChoice,
  { openChannel = openSerialChannel, signal }: DiscoveryOptions,
): Promise<string | null> => {
  const link = new Link(await openChannel(choice));
  try {
    await link.execute(samStatus, { signal });
    return await samIdOf(link, signal);
  } finally {
    await link.close();
  }
};

const samIdOf = async (link: Link, signal: AbortSignal | undefined): Promise<string | null> => {
  try {
    return parseSamId(await link.execute(readSamId, { signal })).text;
  } catch (error) {
    if (!isReaderError(error) || isStopped(error)) throw error;
    return null;
  }
};

/**
 * The port an operator asked for. What was left open, the port (`auto`) or its speed, is found by
 * asking, each time the port is opened: a reader that was plugged in again may have another name.
 *
 * @param baudRate - undefined to ask at each speed.
 */
export const portOf = (
  port: string,
  baudRate?: Speed,
  options: DiscoveryOptions = {},
): PortChoice | ((signal?: AbortSignal) => Promise<PortChoice>) => {
  if (port !== 'auto' && baudRate !== undefined) return { path: port, baudRate };
  return (signal) =>
    discoverReader({
      ...(port !== 'auto' && { paths: [port] }),
      ...(baudRate !== undefined && { speeds: [baudRate] }),
      ...options,
      ...(signal && { signal }),
    });
};
