import { CardReader } from '../card/reader.ts';
import { openDemo } from '../demo/open-demo.ts';
import { settingsSchema, type Settings } from '../settings/settings.ts';
import { act, type AddCommand, type CommandHost } from './command.ts';
import { describeDemoVisit, demoVisitDocument } from './describe-demo.ts';
import { withLocalEngine } from './local-engine-session.ts';
import { farOption, jsonOption, populationOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { receiveGuest, type DemoGuest, type DemoVisit } from './demo-visit.ts';

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
      await act(host, options.json, () => runDemo(options, host));
    });
};

const guests: readonly DemoGuest[] = [
  { scene: 'pass', expected: 'pass' },
  { scene: 'fail', expected: 'fail' },
  { scene: 'nobody', expected: 'Error.NoFaceDetected' },
];

const runDemo = async (options: DemoOptions, host: CommandHost): Promise<Outcome> => {
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
    const demo = openDemo(opened);
    const { port } = demo;
    say(
      port.isReal
        ? `emulated reader on ${port.path}, a real serial port of this system`
        : `emulated reader on ${port.path}: this system has no pseudo-terminals, so the port is serialport's mock binding`,
    );
    const reader = new CardReader({
      openChannel: port.openChannel,
      port: { path: port.path, baudRate: 115_200 },
    });
    try {
      await reader.open({ signal: host.signal });
      say(`reader ${(await reader.samId()).text}`);
      return await receiveAll((guest) =>
        receiveGuest({
          guest,
          demo,
          reader,
          engine: opened.engine,
          rules,
          signal: host.signal,
        }),
      );
    } finally {
      await reader.close();
      await demo.close();
    }
  });
  return {
    exitCode: visits.every(({ asExpected }) => asExpected) ? exitCodes.ok : exitCodes.fail,
    document: { guests: visits.map(demoVisitDocument) },
    text: visits.map(describeDemoVisit).join('\n\n'),
  };
};

const receiveAll = async (
  receive: (guest: DemoGuest) => Promise<DemoVisit>,
): Promise<readonly DemoVisit[]> => {
  const visits: DemoVisit[] = [];
  for (const guest of guests) visits.push(await receive(guest));
  return visits;
};
