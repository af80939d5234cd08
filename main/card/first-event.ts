import type { CardEvent } from './card-event.ts';
import { startDeadline } from './delay.ts';
import { ReaderError } from './reader-error.ts';

/** What can end a wait early. */
export interface FirstEventOptions {
  /** In ms; infinite for none. */
  readonly timeout: number;
  readonly signals: readonly (AbortSignal | undefined)[];
}

/**
 * Runs a loop of events until one that is wanted comes.
 *
 * @throws ReaderError when the time is up, the most telling one: why the reader is lost, that the
 * card was not lifted, or that no card came.
 */
export const firstEvent = async <Wanted extends CardEvent>(
  events: (signal: AbortSignal) => AsyncIterable<CardEvent>,
  isWanted: (event: CardEvent) => event is Wanted,
  { timeout, signals }: FirstEventOptions,
): Promise<Wanted> => {
  const noCard = (): ReaderError => new ReaderError('reader.no-card-in-time', { afterMs: timeout });
  let why = noCard;
  const deadline = startDeadline(signals, timeout, () => why());
  try {
    for await (const event of events(deadline.signal)) {
      if (isWanted(event)) return event;
      if (event.type === 'reader-lost') why = () => event.error;
      else if (event.type === 'already-read') why = () => new ReaderError('reader.card-not-lifted');
      else why = noCard;
    }
    throw new ReaderError('reader.closed');
  } finally {
    deadline.clear();
  }
};
