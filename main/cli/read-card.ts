import sharp from 'sharp';
import type { CardReader } from '../card/reader.ts';
import type { CardReading } from '../card/card-reading.ts';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { decodeImage } from '../face/decode-image.ts';
import { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { act, type AddCommand } from './command.ts';
import { describeCard } from './describe-card.ts';
import { assertFolderWritable, writeOutput } from './files.ts';
import { jsonOption, portOption, settingsOption, timeoutOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { freeingPort, withCard, withReader } from './reader-session.ts';

interface ReadCardOptions {
  readonly port?: string;
  readonly photo?: string;
  readonly rawPhoto?: string;
  readonly timeout: number;
  readonly full: boolean;
  readonly settings?: string;
  readonly json: boolean;
}

/** `witness read-card`: one card, read and printed. */
export const addReadCard: AddCommand = (program, host) => {
  program
    .command('read-card')
    .description('wait for a card, read it and print it (masked unless --full)')
    .addOption(portOption())
    .option('--photo <file>', 'write the decoded photo here, as PNG')
    .option('--raw-photo <file>', 'write the photo block here as it is on the chip')
    .addOption(timeoutOption(30_000))
    .option('--full', 'print name, number and address in full', false)
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (options: ReadCardOptions) => {
      await act(host, options.json, () => readOneCard(options, host.signal));
    });
};

const readOneCard = async (options: ReadCardOptions, signal: AbortSignal): Promise<Outcome> => {
  const settings = await readSettings(options.settings);
  for (const file of [options.photo, options.rawPhoto])
    if (file !== undefined) await assertFolderWritable(file);
  const choice = { settings: settings.reader, port: options.port, signal };
  return withReader(choice, (reader) =>
    withCard(reader, { timeout: options.timeout, signal }, async (reading) => {
      if (options.rawPhoto !== undefined) await writeOutput(options.rawPhoto, reading.photo);
      const problem = await savePhoto(reading, options.photo, settings.decoder, reader);
      return outcomeOf(reading, problem, options.full);
    }),
  );
};

/** Decodes and writes the photo if it was asked for; a card whose photo fails is still printed. */
const savePhoto = async (
  { photo }: CardReading,
  file: string | undefined,
  settings: Settings['decoder'],
  reader: CardReader,
): Promise<WitnessError | undefined> => {
  if (file === undefined) return undefined;
  const decoder = new ChipPhotoDecoder(settings);
  try {
    const { image } = await freeingPort(decoder, reader).decode(photo);
    const { data, width, height } = await decodeImage(image);
    const png = await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    await writeOutput(file, png);
    return undefined;
  } catch (caught) {
    return toWitnessError(caught);
  } finally {
    decoder.dispose();
  }
};

const outcomeOf = (
  reading: CardReading,
  problem: WitnessError | undefined,
  full: boolean,
): Outcome => {
  const masked = reading.toJSON();
  const shown = full
    ? { ...masked, card: reading.card, additionalAddresses: reading.additionalAddresses }
    : masked;
  const photoError = problem?.toJSON();
  return {
    exitCode: problem === undefined ? exitCodes.ok : exitCodes.error,
    document: { ...shown, ...(photoError !== undefined && { error: photoError }) },
    text: [
      describeCard(shown),
      ...(problem === undefined ? [] : [problem.sentence.en, problem.sentence.zh]),
    ].join('\n'),
  };
};
