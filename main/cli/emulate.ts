import { once } from 'node:events';
import { openPseudoTerminal } from '../../native-bridge/pseudo-terminal/pseudo-terminal.ts';
import { parseCardDescription } from '../../native-bridge/reader-emulator/card-description.ts';
import { makeCard, type EmulatedCard } from '../../native-bridge/reader-emulator/emulated-card.ts';
import { faultUsage, parseFault } from '../../native-bridge/reader-emulator/fault.ts';
import { faultKind, faultNames } from '../../native-bridge/reader-emulator/fault-catalogue.ts';
import { playPresence } from '../../native-bridge/reader-emulator/presence-script.ts';
import { ReaderEmulator } from '../../native-bridge/reader-emulator/reader-emulator.ts';
import { sampleCards } from '../../native-bridge/reader-emulator/sample-cards.ts';
import { makeCardPhoto } from '../demo/card-photo.ts';
import { act, type AddCommand, type CommandHost } from './command.ts';
import { readJson, readPhotograph } from './files.ts';
import { EngineProcess } from '../engine/engine-process.ts';
import { modelsDirectory } from '../settings/product-root.ts';
import { collect, jsonOption, positive } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';

interface EmulateOptions {
  readonly card: readonly string[];
  readonly photo?: string;
  readonly fault: readonly string[];
  readonly liftAfter?: number;
  readonly nextAfter?: number;
  readonly link?: string;
  readonly json: boolean;
}

/** `witness emulate`: a reader on a serial port of its own, until Ctrl-C. */
export const addEmulate: AddCommand = (program, host) => {
  program
    .command('emulate')
    .description('emulate a card reader on a pseudo-terminal; prints its port, ends with Ctrl-C')
    .option(
      '--card <file>',
      `card file, or one of ${Object.keys(sampleCards).join(', ')}; may be repeated`,
      collect,
      [],
    )
    .option(
      '--photo <file>',
      "photograph for the cards' chips (default: a photo nobody can decode)",
    )
    .option('--fault <fault>', 'something that goes wrong, see below; may be repeated', collect, [])
    .option('--lift-after <reads>', 'lift the card after so many reads', positive)
    .option('--next-after <ms>', 'lay the next card down so long after', positive)
    .option('--link <path>', 'make a symbolic link to the port here')
    .addOption(jsonOption())
    .addHelpText('after', faultHelp)
    .action(async (options: EmulateOptions) => {
      await act(host, options.json, () => emulate(options, host));
    });
};

const faultHelp = (): string =>
  [
    '',
    'Faults (@command: only at this command, +n: let n pass first, #n: only so many times):',
    ...faultNames.map((name) => `  ${faultUsage(name)}\n      ${faultKind(name).description}`),
  ].join('\n');

const emulate = async (
  options: EmulateOptions,
  { streams, signal }: CommandHost,
): Promise<Outcome> => {
  const faults = options.fault.map(parseFault);
  const cards = await makeCards(options);
  const port = openPseudoTerminal(options.link === undefined ? {} : { link: options.link });
  const emulator = new ReaderEmulator(port, { faults });
  const stop = playPresence(emulator, {
    cards,
    ...(options.liftAfter !== undefined && { liftAfterReads: options.liftAfter }),
    ...(options.nextAfter !== undefined && { nextAfter: options.nextAfter }),
  });
  const unplugged = new Promise<void>((resolve) => {
    emulator.onEvent(({ type, ...details }) => {
      streams.err.write(`${type} ${JSON.stringify(details)}\n`);
      if (type === 'unplugged') resolve();
    });
  });
  streams.out.write(options.json ? `${JSON.stringify({ port: port.path })}\n` : `${port.path}\n`);
  // A fault may pull the plug, and then there is nothing left to emulate.
  if (!signal.aborted) await Promise.race([once(signal, 'abort'), unplugged]);
  stop();
  const { counters } = emulator;
  await emulator.close();
  streams.err.write(`closed ${JSON.stringify(counters)}\n`);
  return { exitCode: exitCodes.ok };
};

const makeCards = async ({ card, photo }: EmulateOptions): Promise<readonly EmulatedCard[]> => {
  const block = photo === undefined ? undefined : await photoBlock(photo);
  const chosen = card.length === 0 ? ['resident'] : card;
  return Promise.all(
    chosen.map(async (name) => {
      const sample = Object.entries(sampleCards).find(([kind]) => kind === name)?.[1];
      return makeCard(sample ?? parseCardDescription(await readJson(name)), block);
    }),
  );
};

const photoBlock = async (file: string): Promise<Uint8Array> => {
  const photograph = await readPhotograph(file);
  const analyser = await EngineProcess.start({ modelsDirectory: modelsDirectory(), threads: 1 });
  try {
    return await makeCardPhoto(analyser, photograph);
  } finally {
    analyser.close();
  }
};
