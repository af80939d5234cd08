import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser, type Camera } from './launch-browser.ts';
import type { Command, Fact, FactKind, FactOf, ProgramSettings } from './facts.ts';

export interface StandInOptions {
  /** The program's main module, which is the real one. */
  readonly entry: string;
  /** Arguments as they would follow the program's name. */
  readonly args?: readonly string[];
  readonly camera?: Camera;
  readonly env?: Readonly<Record<string, string>>;
  readonly isPackaged?: boolean;
  /** Shared with another start, it makes both the same application. */
  readonly userData?: string;
  readonly chosenFile?: string;
  /** How many displays the machine has. Default: two, the clerk's and a touch screen for the guest. */
  readonly displays?: number;
}

/** How a program ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A program that runs under the stand-in, as a test holds it. */
export interface StandIn {
  /** What the program did with Electron so far. */
  factsOf<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[];
  /** Waits for a fact, which may be there already. */
  until<Kind extends FactKind>(
    kind: Kind,
    isWanted?: (fact: FactOf<Kind>) => boolean,
  ): Promise<FactOf<Kind>>;
  /** Does something, and waits for the next fact of a kind. */
  after<Kind extends FactKind>(
    kind: Kind,
    act: () => unknown,
    isWanted?: (fact: FactOf<Kind>) => boolean,
  ): Promise<FactOf<Kind>>;
  /** The page of a window, once there is one whose address has this in it. */
  page(address: string): Promise<Page>;
  /** The page of a window that there is, by its number. */
  window(id: number): Promise<Page>;
  command(command: Command): void;
  /** What the program wrote on its standard output so far. */
  readonly stdout: () => string;
  /** Waits until the program has written something on its standard output. */
  says(words: RegExp): Promise<void>;
  /** What the program wrote on its standard error so far. */
  readonly stderr: () => string;
  /** Waits until the program has written something on its standard error. */
  writes(words: string): Promise<void>;
  readonly exit: Promise<Exit>;
  /** Ends the program, the browser, and what they left on the disk. */
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('./run-program.ts', import.meta.url));

/**
 * Starts a program under the stand-in: the program in a Node process of its own, its windows as pages
 * of a Chromium that the test looks into. Close it when done.
 *
 * @throws Error with what the program wrote, if it ends before its main module has been evaluated.
 */
export const startStandIn = async (options: StandInOptions): Promise<StandIn> => {
  const folder = await mkdtemp(join(tmpdir(), 'electron-stand-in-'));
  const browser = await launchBrowser(join(folder, 'browser'), options.camera ?? 'none');
  const settings: ProgramSettings = {
    entry: options.entry,
    endpoint: browser.endpoint,
    isPackaged: options.isPackaged ?? false,
    userData: options.userData ?? join(folder, 'user-data'),
    chosenFile: options.chosenFile,
    displays: options.displays ?? 2,
  };
  const child = fork(program, [...(options.args ?? [])], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...options.env, ELECTRON_STAND_IN: JSON.stringify(settings) },
  });
  const facts: Fact[] = [];
  const changes = new EventEmitter().setMaxListeners(0);
  browser.context.on('page', (page) => {
    changes.emit('change');
    page.on('framenavigated', () => changes.emit('change'));
  });
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    changes.emit('change');
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    changes.emit('change');
  });
  child.on('message', (fact) => {
    facts.push(fact as Fact);
    changes.emit('change');
  });
  const exit = new Promise<Exit>((resolve) => {
    // When all has been read that it wrote, and its own children, who write there too, are gone.
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });

  const factsOf = <Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] =>
    facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
  const ended = exit.then(({ code, signal }) => {
    throw new Error(`The program ended with ${code ?? signal ?? 'nothing'}.\n${stderr}`);
  });
  // Whoever waits for something hears it; nobody may be waiting.
  ended.catch(() => undefined);

  const wait = async <Kind extends FactKind>(
    kind: Kind,
    from: number,
    isWanted: (fact: FactOf<Kind>) => boolean = () => true,
  ): Promise<FactOf<Kind>> => {
    for (;;) {
      const found = factsOf(kind).slice(from).find(isWanted);
      if (found !== undefined) return found;
      await Promise.race([once(changes, 'change'), ended]);
    }
  };
  const window = async (id: number): Promise<Page> => {
    const { targetId } = await wait('page', 0, (fact) => fact.id === id);
    for (const known of browser.context.pages()) {
      const session = await browser.context.newCDPSession(known);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      await session.detach();
      if (targetInfo.targetId === targetId) return known;
    }
    throw new Error(`The window ${id} has no page.`);
  };
  const page = async (address: string): Promise<Page> => {
    for (;;) {
      const found = browser.context.pages().find((known) => known.url().includes(address));
      if (found !== undefined) return found;
      await Promise.race([once(changes, 'change'), ended]);
    }
  };
  return {
    factsOf,
    until: (kind, isWanted) => wait(kind, 0, isWanted),
    after: async (kind, act, isWanted) => {
      const from = factsOf(kind).length;
      await act();
      return wait(kind, from, isWanted);
    },
    page,
    window,
    command: (command) => {
      child.send(command);
    },
    stdout: () => stdout,
    says: async (words) => {
      while (!words.test(stdout)) await Promise.race([once(changes, 'change'), ended]);
    },
    stderr: () => stderr,
    writes: async (words) => {
      while (!stderr.includes(words)) await Promise.race([once(changes, 'change'), ended]);
    },
    exit,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exit;
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
