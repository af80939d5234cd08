import { EventEmitter } from 'node:events';
import { tmpdir, homedir } from 'node:os';
import { join } from 'node:path';
import { record, recordCall, settings } from './control.ts';
import { isPrevented } from './preventable.ts';
import { lockInstance } from './single-instance.ts';

type CommandLine = Pick<
  Electron.CommandLine,
  'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch' | 'appendArgument'
>;

/** Switches: those the program was started with, and those it sets. */
const createCommandLine = (): CommandLine => {
  const switches = new Map<string, string>();
  for (const argument of process.argv.slice(1)) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name !== undefined) switches.set(name, value);
  }
  return {
    appendSwitch: (name, value = '') => {
      recordCall('commandLine', 'appendSwitch', [name, value]);
      switches.set(name, value);
    },
    removeSwitch: (name) => {
      recordCall('commandLine', 'removeSwitch', [name]);
      switches.delete(name);
    },
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    appendArgument: (value) => {
      recordCall('commandLine', 'appendArgument', [value]);
    },
  };
};

type PathName = Parameters<Electron.App['getPath']>[0];

/** The parts of `app` that have to do with windows, which come later than it. */
export interface AppWindows {
  /** Closes every window; false if one of them refused. */
  closeAll(): Promise<boolean>;
  destroyAll(): Promise<void>;
}

type AppMembers =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'isPackaged'
  | 'name'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'getLocale'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'disableHardwareAcceleration';

/** The application: its life, its folders, and that there is one of it. */
class StandInApp extends EventEmitter implements Pick<Electron.App, AppMembers> {
  readonly isPackaged = settings.isPackaged;
  readonly commandLine = createCommandLine();
  name = 'witness-station';
  windows: AppWindows | undefined;
  readonly #paths = new Map<PathName, string>();
  #isReady = false;
  #isLocked = false;
  #isQuitting = false;

  /** Starts the application; to be called when the program's main module has been evaluated. */
  becomeReady(): void {
    this.#isReady = true;
    record({ kind: 'ready' });
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    if (this.#isReady) return Promise.resolve();
    return new Promise((resolve) => {
      this.once('ready', () => {
        resolve();
      });
    });
  }

  /** Asks everybody, as Electron does: `before-quit`, the windows, `will-quit`, then `quit`. */
  quit(): void {
    // Before it is ready there is nobody to ask.
    if (!this.#isReady) this.exit(0);
    else void this.#quit();
  }

  async #quit(): Promise<void> {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    const isQuit =
      this.#ask('before-quit') &&
      (await (this.windows?.closeAll() ?? true)) &&
      this.#ask('will-quit');
    this.#isQuitting = false;
    if (isQuit) this.exit(0);
  }

  /** False if a listener prevented what it was told of. */
  #ask(name: 'before-quit' | 'will-quit'): boolean {
    return !isPrevented(this, name);
  }

  exit(code = 0): void {
    this.emit('quit', {}, code);
    // The browser belongs to the test, so the pages are closed before this process goes.
    const isClosed = this.windows?.destroyAll() ?? Promise.resolve();
    void isClosed.finally(() => process.exit(code));
  }

  /** Whether closing the last window is part of quitting already. */
  get isQuitting(): boolean {
    return this.#isQuitting;
  }

  getName(): string {
    return this.name;
  }

  getVersion(): string {
    return '0.1.0';
  }

  getAppPath(): string {
    return process.cwd();
  }

  getPath(name: PathName): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    if (name === 'home') return homedir();
    if (name === 'temp') return tmpdir();
    if (name === 'exe') return process.execPath;
    return name === 'userData' ? settings.userData : join(settings.userData, name);
  }

  setPath(name: string, path: string): void {
    recordCall('app', 'setPath', [name, path]);
    this.#paths.set(name as PathName, path);
  }

  getLocale(): string {
    return 'zh-CN';
  }

  getPreferredSystemLanguages(): string[] {
    return ['zh-Hans-CN', 'en-US'];
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#isLocked ||= lockInstance(this.getPath('userData'), additionalData, (start) => {
      this.emit('second-instance', {}, start.argv, start.workingDirectory, start.additionalData);
    });
    return this.#isLocked;
  }

  hasSingleInstanceLock(): boolean {
    return this.#isLocked;
  }

  enableSandbox(): void {
    if (this.#isReady)
      throw new Error('app.enableSandbox() can only be called before app is ready');
    recordCall('app', 'enableSandbox', []);
  }

  setAppUserModelId(id: string): void {
    recordCall('app', 'setAppUserModelId', [id]);
  }

  disableHardwareAcceleration(): void {
    recordCall('app', 'disableHardwareAcceleration', []);
  }
}

export const app = new StandInApp();
