import type { CardReading } from '../card/card-reading.ts';
import { CardReader } from '../card/reader.ts';
import { createLogger } from '../log/logger.ts';
import type { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { portOf } from '../serial/discover-reader.ts';
import { openSerialChannel } from '../serial/open-serial-channel.ts';
import type { Settings } from '../settings/settings.ts';

/** How a command reaches the reader. */
export interface ReaderChoice {
  readonly settings: Settings['reader'];
  /** `--port`, instead of the settings'. */
  readonly port: string | undefined;
  readonly signal: AbortSignal;
}

/** Opens the reader for one piece of work, and closes it after. */
export const withReader = async <Result>(
  { settings, port = settings.port, signal }: ReaderChoice,
  work: (reader: CardReader) => Promise<Result>,
): Promise<Result> => {
  const log = createLogger();
  const reader = new CardReader({
    openChannel: openSerialChannel,
    onDiscard: (discard) => {
      log.info({ discard }, 'bytes of the reader were thrown away');
    },
    port: portOf(port, settings.baudRate),
    ...(settings.maxRfBytes !== undefined && { maxRfBytes: settings.maxRfBytes }),
  });
  reader.onStateChange((state) => {
    log.debug({ state }, 'reader');
  });
  try {
    await reader.open({ signal });
    return await work(reader);
  } finally {
    log.debug({ counters: reader.counters }, 'reader done');
    await reader.close();
  }
};

/**
 * A decoder that gets the port if it needs it: WltRS opens the reader itself (reader protocol §4.2).
 * For one photo at the end of a command; the reader is not opened again.
 */
export const freeingPort = (
  decoder: ChipPhotoDecoder,
  reader: CardReader,
): Pick<ChipPhotoDecoder, 'decode'> => ({
  decode: async (raw) => {
    if (decoder.needsReader(raw)) await reader.close();
    return decoder.decode(raw);
  },
});

/** Waits for one card, and overwrites its bytes after the work. */
export const withCard = async <Result>(
  reader: CardReader,
  options: { readonly timeout: number; readonly signal: AbortSignal },
  work: (reading: CardReading) => Promise<Result>,
): Promise<Result> => {
  const reading = await reader.readCard(options);
  try {
    return await work(reading);
  } finally {
    reading.wipe();
  }
};
