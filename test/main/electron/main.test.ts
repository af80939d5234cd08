import { EventEmitter, once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CounterParts } from '../../../main/station/counter.ts';
import { FakeReader } from '../station/fake-reader.ts';
import { firstByteEngine, sampleReading } from '../station/sample-guests.ts';

/** As much of Electron as the program uses, with what it was told. */
const electron = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class FakeWindow extends Emitter {
    static readonly all: FakeWindow[] = [];
    readonly options: { readonly webPreferences: Record<string, unknown> };
    readonly sent = new Emitter();
    readonly webContents = {
      send: (channel: string, payload: unknown): void => {
        this.sent.emit(channel, payload);
      },
    };
    readonly loadURL = vi.fn(() => Promise.resolve());
    readonly show = vi.fn();
    readonly focus = vi.fn();
    readonly restore = vi.fn();
    readonly isMinimized = vi.fn(() => true);

    constructor(options: FakeWindow['options']) {
      super();
      this.options = options;
      FakeWindow.all.push(this);
    }
  }
  const handlers = new Map<string, (event: unknown, request: unknown) => Promise<unknown>>();
  return {
    app: Object.assign(new Emitter(), {
      isPackaged: true,
      whenReady: vi.fn(() => Promise.resolve()),
      requestSingleInstanceLock: vi.fn(() => true),
      quit: vi.fn(),
      exit: vi.fn(),
    }),
    BrowserWindow: FakeWindow,
    handlers,
    ipcMain: { handle: (channel: string, handler: never) => handlers.set(channel, handler) },
    Menu: { setApplicationMenu: vi.fn() },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    session: {
      defaultSession: {
        setPermissionRequestHandler: vi.fn(),
        setPermissionCheckHandler: vi.fn(),
        setDevicePermissionHandler: vi.fn(),
        webRequest: { onBeforeRequest: vi.fn() },
      },
    },
    utilityProcess: { fork: vi.fn() },
  };
});
vi.mock('electron', () => electron);

const prepareCounter = vi.hoisted(() => vi.fn<() => Promise<CounterParts>>());
vi.mock('../../../main/electron/prepare-counter.ts', () => ({ prepareCounter }));

const frame = {};
const ownPage = {
  senderFrame: Object.assign(frame, { origin: 'app://station' }),
  sender: { mainFrame: frame },
};

let reader: FakeReader;
let close: ReturnType<typeof vi.fn<() => Promise<void>>>;

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  electron.app.removeAllListeners();
  electron.handlers.clear();
  electron.BrowserWindow.all.length = 0;
  electron.app.requestSingleInstanceLock.mockReturnValue(true);
  reader = new FakeReader();
  close = vi.fn(() => Promise.resolve());
  prepareCounter.mockResolvedValue({
    reader,
    decoder: {
      needsReader: () => false,
      decode: (raw) => Promise.resolve({ format: 'bmp', image: raw.slice(), decodedBy: 'test' }),
    },
    engine: firstByteEngine(),
    rules: { far: 0.001, review: true },
    framesPerGuest: 1,
    close,
  });
});

/** Starts the program and gives its window. */
const start = async () => {
  await import('../../../main/electron/main.ts');
  await vi.waitUntil(() => electron.BrowserWindow.all[0]?.loadURL.mock.calls.length === 1);
  return electron.BrowserWindow.all[0]!;
};

const quit = async (): Promise<void> => {
  const preventDefault = vi.fn();
  electron.app.quit.mockClear();
  electron.app.emit('will-quit', { preventDefault });
  await vi.waitUntil(() => electron.app.quit.mock.calls.length > 0);
  expect(preventDefault).toHaveBeenCalledOnce();
};

describe('the Electron program', () => {
  afterEach(quit);

  it('opens one window, locked, on its own page', async () => {
    const window = await start();
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledBefore(
      electron.app.whenReady,
    );
    expect(electron.protocol.handle).toHaveBeenCalledExactlyOnceWith('app', expect.any(Function));
    const { defaultSession } = electron.session;
    for (const lock of [
      defaultSession.setPermissionRequestHandler,
      defaultSession.setPermissionCheckHandler,
      defaultSession.setDevicePermissionHandler,
      defaultSession.webRequest.onBeforeRequest,
    ])
      expect(lock).toHaveBeenCalledBefore(window.loadURL);
    expect(electron.Menu.setApplicationMenu).toHaveBeenCalledExactlyOnceWith(null);
    expect(window.options.webPreferences).toMatchObject({
      preload: expect.stringMatching(/preload\.cjs$/) as unknown,
      sandbox: true,
      contextIsolation: true,
      devTools: false,
    });
    expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('app://station/index.html');
    expect(electron.BrowserWindow.all).toHaveLength(1);
  });

  it('shows the window when there is something to see, and brings it forward on a second start', async () => {
    const window = await start();
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledOnce();
    electron.app.emit('second-instance');
    expect(window.restore).toHaveBeenCalledOnce();
    expect(window.focus).toHaveBeenCalledOnce();
  });

  it('locks every page that is ever made', async () => {
    await start();
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
    electron.app.emit('web-contents-created', {}, contents);
    expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce();
    expect(contents.listenerCount('will-navigate')).toBe(1);
  });

  it('takes a guest from card to verdict, telling the page masked facts only', async () => {
    const window = await start();
    const changes: unknown[] = [];
    window.sent.on('witness:stateChanged', (state) => changes.push(state));
    reader.emit({ type: 'read', reading: sampleReading() });
    await once(window.sent, 'witness:stateChanged');
    const submit = electron.handlers.get('witness:submitFrames')!;
    expect(await submit(ownPage, { visit: 1, frames: [new Uint8Array([85])] })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(changes.at(-1)).toMatchObject({ phase: 'result', decision: { verdict: 'pass' } });
    expect(JSON.stringify(changes)).not.toContain('测试甲');
    const state = await electron.handlers.get('witness:currentState')!(ownPage, undefined);
    expect(state).toEqual({ ok: true, value: changes.at(-1) });
  });

  it.each([
    [
      'another page',
      { ...ownPage, senderFrame: { origin: 'https://example.org' } },
      'foreign-sender',
    ],
    ['a frame in the page', { ...ownPage, sender: { mainFrame: {} } }, 'sub-frame'],
    ['a page that is gone', { ...ownPage, senderFrame: null }, 'foreign-sender'],
  ])('refuses calls of %s', async (_who, event, code) => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await start();
    const answer = await electron.handlers.get('witness:currentState')!(event, undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: `ipc.${code}` } });
    expect(JSON.parse(String(stderr.mock.calls[0]?.[0]))).toMatchObject({
      error: { code: `ipc.${code}` },
    });
    stderr.mockRestore();
  });
});

describe('the end of the Electron program', () => {
  it('follows the end of its window, which is told nothing more', async () => {
    const window = await start();
    const onState = vi.fn();
    window.sent.on('witness:stateChanged', onState);
    window.emit('closed');
    electron.app.emit('window-all-closed');
    expect(electron.app.quit).toHaveBeenCalledOnce();
    reader.emit({ type: 'arrived' });
    const currentState = electron.handlers.get('witness:currentState')!;
    await vi.waitUntil(async () =>
      isDeepStrictEqual(await currentState(ownPage, undefined), {
        ok: true,
        value: { phase: 'reading' },
      }),
    );
    await quit();
    expect(onState).not.toHaveBeenCalled();
  });

  it('waits until reader and engine are let go', async () => {
    await start();
    await quit();
    expect(close).toHaveBeenCalledOnce();
    const preventDefault = vi.fn();
    electron.app.emit('will-quit', { preventDefault });
    expect(preventDefault).not.toHaveBeenCalled();
  });

  it('comes at once where the station runs already', async () => {
    electron.app.requestSingleInstanceLock.mockReturnValue(false);
    await import('../../../main/electron/main.ts');
    expect(electron.app.quit).toHaveBeenCalledOnce();
    expect(electron.app.whenReady).not.toHaveBeenCalled();
  });

  it('comes with an exit code when there can be no window', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    electron.app.whenReady.mockRejectedValueOnce(new Error('no display'));
    await import('../../../main/electron/main.ts');
    await vi.waitUntil(() => electron.app.exit.mock.calls.length > 0);
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    stderr.mockRestore();
  });
});
