import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { record, recordCall } from './control.ts';
import { pretend } from './pretend.ts';

type UtilityMembers = 'pid' | 'postMessage' | 'kill' | 'stdout' | 'stderr';

const prelude = new URL('./utility-prelude.ts', import.meta.url).href;

/** A child with Node in it, which knows its parent as Electron's utility processes do. */
class StandInUtility extends EventEmitter implements Pick<Electron.UtilityProcess, UtilityMembers> {
  readonly #child: ChildProcess;
  #isSpawned = false;

  constructor(file: string, args: readonly string[], options: Electron.ForkOptions) {
    super();
    const { execArgv = [], env, cwd, stdio = 'inherit' } = options;
    const streams = Array.isArray(stdio) ? stdio : [stdio, stdio, stdio];
    this.#child = fork(file, [...args], {
      execArgv: ['--import', 'tsx', '--import', prelude, ...execArgv],
      serialization: 'advanced',
      stdio: [...streams, 'ipc'] as StdioOptions,
      ...(env !== undefined && { env: env as unknown as NodeJS.ProcessEnv }),
      ...(cwd !== undefined && { cwd }),
    });
    this.#child.once('spawn', () => {
      this.#isSpawned = true;
      record({ kind: 'utility-process', file, pid: this.#child.pid });
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code, signal) => {
      // Electron has no field for a signal: it shows in the code.
      this.emit('exit', code ?? (signal === null ? 0 : 9));
    });
  }

  get pid(): number | undefined {
    return this.#isSpawned && this.#child.exitCode === null ? this.#child.pid : undefined;
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout;
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }

  postMessage(message: unknown): void {
    // As in Electron a message to a child that is gone is lost without a word.
    if (this.#child.connected) this.#child.send(message as object, () => undefined);
  }

  kill(): boolean {
    recordCall('utilityProcess', 'kill', [this.pid]);
    return this.#isSpawned && this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = {
  fork: (file, args = [], options = {}) => {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready.');
    return pretend<Electron.UtilityProcess>(new StandInUtility(file, args, options));
  },
} satisfies Pick<typeof Electron.UtilityProcess, 'fork'>;
