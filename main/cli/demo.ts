import { CardReader } from '../card/reader.ts';
import { settingsSchema, type Settings } from '../settings/settings.ts';
import { ReaderEmulator } from '../../native-bridge/reader-emulator/reader-emulator.ts';
import { act, type AddCommand, type CommandHost } from './command.ts';
import { demoGuests, type DemoGuest } from './demo-guests.ts';
import { describeDemoVisit, demoVisitDocument } from './describe-demo.ts';
import { openEmulatedPort } from './emulated-port.ts';
import { withLocalEngine } from './local-engine-session.ts';
import { farOption, jsonOption, populationOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { receiveGuest, type DemoVisit } from './demo-visit.ts';

interface DemoOptions {
  readonly far?: number;
  readonly population?: string;
  readonly json: boolean;
}

/** `witness demo`: three guests at a counter whose reader is emulated and whose rest is real. */
export const addDemo: AddCommand = (program, host) => {
  program
    .command('demo')
    .description('the whole job on an emulated reader: the right guest, another person, nobody')
    .addOption(farOption())
    .addOption(populationOption())
    .addOption(jsonOption())
    .action(async (options: DemoOptions) => {
      await act(host, options.json, () => demo(options, host));
    });
};

const demo = async (options: DemoOptions, host: CommandHost): Promise<Outcome> => {
  // The demonstration shows the product as it comes, whatever this computer's settings are.
  const { compare } = settingsSchema.parse({});
  const population = options.population ?? compare.population;
  const rules: Pick<Settings['compare'], 'far' | 'review'> = {
    far: options.far ?? compare.far,
    review: compare.review,
  };
  const say = (line: string): void => {
    host.streams.err.write(`${line}\n`);
  };
  const begun = performance.now();
  const visits = await withLocalEngine({ ...compare, population }, async (opened) => {
    say(`engine ready after ${(performance.now() - begun).toFixed(0)} ms`);
    const port = openEmulatedPort();
    say(
      port.isReal
        ? `emulated reader on ${port.path}, a real serial port of this system`
        : `emulated reader on ${port.path}: this system has no pseudo-terminals, so the port is serialport's mock binding`,
    );
    const emulator = new ReaderEmulator(port.link);
    const reader = new CardReader({
      openChannel: port.openChannel,
      port: { path: port.path, baudRate: 115_200 },
    });
    try {
      await reader.open({ signal: host.signal });
      say(`reader ${(await reader.samId()).text}`);
      const guests = await demoGuests(opened.analyser);
      return await receiveAll(guests, (guest) =>
        receiveGuest({
          guest,
          emulator,
          reader,
          engine: opened.engine,
          rules,
          signal: host.signal,
        }),
      );
    } finally {
      await reader.close();
      await emulator.close();
    }
  });
  return {
    exitCode: visits.every(({ asExpected }) => asExpected) ? exitCodes.ok : exitCodes.fail,
    document: { guests: visits.map(demoVisitDocument) },
    text: visits.map(describeDemoVisit).join('\n\n'),
  };
};

const receiveAll = async (
  guests: readonly DemoGuest[],
  receive: (guest: DemoGuest) => Promise<DemoVisit>,
): Promise<readonly DemoVisit[]> => {
  const visits: DemoVisit[] = [];
  for (const guest of guests) visits.push(await receive(guest));
  return visits;
};
