import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { productRoot } from '../../../main/settings/product-root.ts';

export interface StationProgramOptions {
  readonly settingsFile: string;
  readonly isDemo?: boolean;
  readonly port?: number;
  /** On top of this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The product's own program, running. */
export interface StationProgram {
  readonly pid: number;
  /** What it printed to be opened; good for once. */
  readonly address: string;
  /** Asks it for another address, as its own user may. */
  readonly anotherAddress: () => Promise<string>;
  /** Resolves when it has said that the engine is warm. */
  readonly ready: Promise<void>;
  readonly isRunning: () => boolean;
  /** What it wrote to its log so far. */
  readonly log: () => string;
  /** Asks it to end, as Ctrl+C does; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** `npm start -- --browser`, as a user has it. */
export const startStation = async (options: StationProgramOptions): Promise<StationProgram> => {
  const { settingsFile, isDemo = false, port = 0, environment = {} } = options;
  const program = join(productRoot(), 'build', 'main', 'start', 'start.js');
  const args = ['--browser', '--no-open', `--port=${port}`, `--settings=${settingsFile}`];
  const child = spawn(process.execPath, [program, ...args, ...(isDemo ? ['--demo'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let log = '';
  child.stderr.on('data', (text: Buffer) => {
    log += text.toString('utf8');
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const lines = createInterface(child.stdout);
  const said = (words: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        const [, found] = words.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
      void exited.then(([code]) => {
        reject(new Error(`The station ended with ${code ?? 'a signal'} before that:\n${log}`));
      });
    });
  const ready = said(/^(ready) after/);
  // Whoever waits for it gets the failure.
  ready.catch(() => undefined);
  const address = await said(/^open (http:\S+)$/);
  return {
    pid: child.pid ?? 0,
    address,
    anotherAddress: () => {
      const printed = said(/^open (http:\S+)$/);
      child.kill('SIGUSR2');
      return printed;
    },
    ready: ready.then(() => undefined),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
};
