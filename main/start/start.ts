import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { usualPort } from '../browser/browser-host.ts';
import { toWitnessError } from '../errors/unexpected-error.ts';
import { productRoot, productVersion } from '../settings/product-root.ts';
import { findElectronProgram } from './electron-program.ts';
import { fetchElectron } from './fetch-electron.ts';
import { startBrowser } from './start-browser.ts';
import { StartError } from './start-error.ts';

/*
 * `npm start`: opens the station in Electron's window where Electron's program is installed or can be
 * fetched, else serves it to a browser. Exit code 2 where it could not start.
 */
interface StartOptions {
  readonly demo: boolean;
  readonly browser: boolean;
  readonly electron: boolean;
  readonly port: number;
  readonly open: boolean;
  readonly settings?: string;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const portNumber = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
};

const start = async (options: StartOptions): Promise<void> => {
  if (!options.browser) {
    const program = await electronProgram();
    if (program !== undefined) {
      await runElectron(program, options);
      return;
    }
    if (options.electron) throw new StartError('start.no-electron');
    say(
      'Electron is not installed and cannot be fetched here, so the station is served to a browser.',
    );
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop.abort();
    });
  await startBrowser({
    isDemo: options.demo,
    port: options.port,
    opens: options.open,
    settingsFile: options.settings,
    signal: stop.signal,
    say,
  });
};

const electronProgram = async (): Promise<string | undefined> => {
  const packageDirectory = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const find = (): string | undefined => {
    try {
      return findElectronProgram(packageDirectory, process.env['ELECTRON_OVERRIDE_DIST_PATH']);
    } catch (caught) {
      if (caught instanceof StartError) return undefined;
      throw caught;
    }
  };
  const onBegin = (): void => {
    say('Fetching Electron (about 110 MB), once…');
  };
  return find() ?? ((await fetchElectron({ packageDirectory, onBegin })) ? find() : undefined);
};

const runElectron = async (program: string, { demo, settings }: StartOptions): Promise<void> => {
  const args = [
    productRoot(),
    ...(demo ? ['--demo'] : []),
    ...(settings === undefined ? [] : [`--settings=${settings}`]),
  ];
  const station = spawn(program, args, { stdio: 'inherit' });
  const [code] = (await once(station, 'exit')) as [number | null];
  process.exitCode = code ?? 2;
};

await new Command('npm start --')
  .description('opens the station')
  .version(productVersion())
  .option('--demo', 'with an emulated reader, invented guests and a demonstration camera', false)
  .option('--browser', 'serve it to a browser, even where Electron is installed', false)
  .option('--electron', 'only in a window of its own', false)
  .option('--port <number>', 'port of the browser host; 0 for any', portNumber, usualPort)
  .option('--no-open', 'print the address only')
  .option('--settings <file>', 'another settings file')
  .action(async (options: StartOptions) => {
    try {
      await start(options);
    } catch (caught) {
      const { sentence, code } = toWitnessError(caught);
      process.stderr.write(`${sentence.en}\n${sentence.zh}\n(${code})\n`);
      process.exitCode = 2;
    }
  })
  .parseAsync();
