import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { productRoot } from '../../../main/settings/product-root.ts';
import type { StandIn } from '../../electron-stand-in/start-stand-in.ts';
import { pressedKey } from './pressed-key.ts';
import { openProgram, startProgram } from './start-program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-electron-'));
});
afterAll(() => rm(folder, { recursive: true }));

const running: StandIn[] = [];
const keep = async (program: Promise<StandIn>): Promise<StandIn> => {
  running.push(await program);
  return program;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.close()));
});

/** What the program asked of the machine: on what, by which name, and with what. */
const callsOf = (program: StandIn): readonly (readonly unknown[])[] =>
  program.factsOf('call').map(({ on, name, args }) => [on, name, ...args]);

const preferences = {
  preload: join(productRoot(), 'build', 'preload', 'preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  spellcheck: false,
  plugins: false,
  webgl: false,
  autoplayPolicy: 'no-user-gesture-required',
  backgroundThrottling: false,
  devTools: false,
};

describe('the Electron program', () => {
  let program: StandIn;
  const userData = (): string => join(folder, 'one-for-all');
  beforeAll(async () => {
    const args = ['--demo', '--remote-debugging-port=9222'];
    program = await openProgram({ args, userData: userData() });
    await program.until('call', ({ name }) => name === 'show');
  });
  afterAll(() => program.close());

  it('opens one window on its own page, with every preference written out', () => {
    expect(program.factsOf('window')).toEqual([
      {
        kind: 'window',
        id: 1,
        options: {
          width: 1366,
          height: 768,
          kiosk: false,
          autoHideMenuBar: true,
          show: false,
          webPreferences: preferences,
        },
      },
    ]);
    expect(program.factsOf('loaded')).toMatchObject([{ url: 'app://station/index.html' }]);
    expect(program.factsOf('preload-failed')).toEqual([]);
  });

  it('asks of Electron, in this order, what locks it, and nothing that would unlock it', () => {
    expect(callsOf(program)).toEqual([
      ['app', 'enableSandbox'],
      // What could look into the page, loosen its rules, or stand in for the camera.
      ['commandLine', 'removeSwitch', 'remote-debugging-port'],
      ['commandLine', 'removeSwitch', 'remote-debugging-pipe'],
      ['commandLine', 'removeSwitch', 'remote-allow-origins'],
      ['commandLine', 'removeSwitch', 'disable-web-security'],
      ['commandLine', 'removeSwitch', 'load-extension'],
      ['commandLine', 'removeSwitch', 'use-fake-device-for-media-stream'],
      ['commandLine', 'removeSwitch', 'use-file-for-fake-video-capture'],
      ['commandLine', 'removeSwitch', 'use-fake-ui-for-media-stream'],
      // Crash dumps would hold photographs. Nor is a crash reporter started.
      ['commandLine', 'appendSwitch', 'disable-breakpad', ''],
      ['commandLine', 'appendSwitch', 'disable-crash-reporter', ''],
      ['commandLine', 'appendSwitch', 'overscroll-history-navigation', '0'],
      ['commandLine', 'appendSwitch', 'disable-pinch', ''],
      ['Menu', 'setApplicationMenu', null],
      ['session', 'setDisplayMediaRequestHandler', null],
      ['powerSaveBlocker', 'start', 'prevent-display-sleep'],
      ['BrowserWindow', 'setContentProtection', false],
      ['BrowserWindow', 'show'],
    ]);
    expect(program.factsOf('schemes').map(({ schemes }) => schemes)).toEqual([
      [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, stream: true, codeCache: true },
        },
      ],
    ]);
  });

  it('runs once: a second start brings the first one’s window forward, and ends', async () => {
    const second = await keep(startProgram({ args: ['--demo'], userData: userData() }));
    expect(await second.exit).toEqual({ code: 0, signal: null });
    expect(second.factsOf('window')).toEqual([]);
    expect(second.factsOf('utility-process')).toEqual([]);
    await program.until('call', ({ name }) => name === 'focus');
    expect(program.factsOf('window')).toHaveLength(1);
  });

  it('writes down what its page complains of, where nobody would see it', async () => {
    const page = await program.page('/index.html');
    await page.evaluate(`console.warn('a warning'), console.error('a', new Error('b'))`);
    await program.writes('"role":"clerk","message":"a Error: b');
    expect(program.stderr()).not.toContain('a warning');
  });

  it('opens a page anew that broke down', async () => {
    const page = await program.page('/index.html');
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined);
    await program.after('loaded', () => crashed);
    const { result } = await session.send('Runtime.evaluate', { expression: 'typeof witness' });
    expect(result.value).toBe('object');
    await program.writes('"role":"clerk","reason":"crashed"');
  });
});

describe('the Electron program in a checkout', () => {
  it('lets developers look under the hood', async () => {
    const program = await keep(openProgram({ args: ['--demo'], isPackaged: false }));
    const [window] = program.factsOf('window');
    expect(window?.options.webPreferences).toEqual({ ...preferences, devTools: true });
    expect(callsOf(program).filter(([, name]) => name === 'removeSwitch')).toEqual([]);
    program.command({ kind: 'press', id: 1, input: pressedKey('F12') });
    expect(await program.until('key')).toMatchObject({ isPrevented: false });
  });
});

describe('the end of the Electron program', () => {
  it.each([
    ['somebody quits', { kind: 'quit' }],
    ['its window is closed', { kind: 'close-window', id: 1 }],
  ] as const)('lets the engine go and the machine sleep when %s', async (_when, command) => {
    const program = await keep(openProgram({ args: ['--demo'] }));
    const page = await program.page('/index.html');
    await page.waitForSelector('[data-phase="waiting-for-card"]');
    const children = program.factsOf('utility-process').map(({ pid }) => pid);
    expect(children.length).toBeGreaterThan(0);
    program.command(command);
    expect(await program.exit).toEqual({ code: 0, signal: null });
    expect(callsOf(program)).toContainEqual(['powerSaveBlocker', 'stop', 0]);
    for (const pid of children)
      expect(callsOf(program)).toContainEqual(['utilityProcess', 'kill', pid]);
    expect(program.stderr()).toBe('');
  });

  it('comes at once, and is explained on the screen, where it cannot start', async () => {
    const settings = join(folder, 'broken.json');
    await writeFile(settings, '{');
    const program = await keep(startProgram({ args: [`--settings=${settings}`] }));
    expect(await program.exit).toEqual({ code: 1, signal: null });
    expect(program.factsOf('window')).toEqual([]);
    const [explained] = callsOf(program).filter(([on]) => on === 'dialog');
    expect(explained).toEqual(['dialog', 'showErrorBox', '人证 Witness', expect.any(String)]);
    const [, , , words] = explained as string[];
    expect(words).toContain(settings);
    expect(words).toMatch(/\p{Script=Han}[^]*\n\n[^]*[a-z]/u);
    expect(program.stderr()).toContain('"code":"settings.');
  });
});
