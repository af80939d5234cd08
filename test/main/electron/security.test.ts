import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { PowerSaveBlocker, Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  isLoadable,
  isPermitted,
  isRefusedKey,
  isSavable,
  keepAwake,
  lockContents,
  lockProgram,
  lockSession,
  pagePreferences,
  protectContents,
  stationHeaders,
  stationPage,
  stationScheme,
  windowLock,
  type PermissionRequest,
} from '../../../main/electron/security.ts';
import { pressedKey } from './pressed-key.ts';

const camera: PermissionRequest = {
  permission: 'media',
  from: stationPage,
  isMainFrame: true,
  media: ['video'],
};

/** Everything Electron 43 can be asked for. */
const permissions = [
  ...[
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
  ],
  ...[
    'hid',
    'idle-detection',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
  ],
  ...['pointerLock', 'keyboardLock', 'serial', 'speaker-selection', 'storage-access', 'usb'],
  ...['top-level-storage-access', 'window-management', 'fileSystem', 'unknown'],
  'deprecated-sync-clipboard-read',
];

describe('isPermitted', () => {
  it('lets our own page use the camera', () => {
    expect(isPermitted(camera)).toBe(true);
    expect(isPermitted({ ...camera, from: 'app://station' })).toBe(true);
  });

  it.each(permissions)('refuses %s even to our own page', (permission) => {
    expect(isPermitted({ ...camera, permission })).toBe(false);
    expect(isPermitted({ ...camera, permission, media: [] })).toBe(false);
  });

  it.each([
    ['the microphone', { media: ['audio'] }],
    ['the microphone along with the camera', { media: ['video', 'audio'] }],
    ['media of an unknown kind', { media: ['unknown'] }],
    ['media of no kind', { media: [] }],
    ['the camera in a sub-frame', { isMainFrame: false }],
    ['the camera to another site', { from: 'https://example.org/' }],
    ['the camera to another host of our scheme', { from: 'app://elsewhere/index.html' }],
    ['the camera to a host that begins like ours', { from: 'app://station.example/' }],
    ['the camera to a document of no origin', { from: 'null' }],
    ['the camera to nobody', { from: '' }],
    ['the camera to a file', { from: 'file:///index.html' }],
  ])('refuses %s', (_what, change) => {
    expect(isPermitted({ ...camera, ...change })).toBe(false);
  });
});

describe('isLoadable', () => {
  it.each([
    ['app://station/index.html', true],
    ['app://station/assets/index.js', true],
    ['https://example.org/', false],
    ['http://localhost/', false],
    ['file:///etc/passwd', false],
    ['ws://127.0.0.1/', false],
    ['app://station.example/x.js', false],
    ['data:text/html,x', false],
    ['blob:app://station/0f7b', true],
    ['blob:app://elsewhere/0f7b', false],
    ['blob:https://example.org/0f7b', false],
  ])('%s: %s', (address, expected) => {
    expect(isLoadable(address, true)).toBe(expected);
  });

  it('lets developers look under the hood, but not in the packaged application', () => {
    expect(isLoadable('devtools://devtools/bundled/inspector.html', false)).toBe(true);
    expect(isLoadable('devtools://devtools/bundled/inspector.html', true)).toBe(false);
  });
});

describe('pagePreferences', () => {
  it('runs the page isolated, sandboxed and without Node', () => {
    expect(pagePreferences('/preload.cjs', true)).toEqual({
      preload: '/preload.cjs',
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
    });
  });

  it('has developer tools in a checkout only', () => {
    expect(pagePreferences('/preload.cjs', false).devTools).toBe(true);
  });
});

describe('windowLock', () => {
  it('fills the screen of a kiosk, with nothing to move or close it by', () => {
    expect(windowLock(true)).toEqual({
      kiosk: true,
      fullscreen: true,
      frame: false,
      alwaysOnTop: true,
      resizable: false,
      movable: false,
      minimizable: false,
      maximizable: false,
      autoHideMenuBar: true,
    });
  });

  it('leaves a window a window elsewhere', () => {
    expect(windowLock(false)).toEqual({ kiosk: false, autoHideMenuBar: true });
  });
});

describe('protectContents', () => {
  it.each([true, false])(
    'keeps a window out of screenshots as the site says: %s',
    (isProtected) => {
      const setContentProtection = vi.fn();
      protectContents({ setContentProtection }, isProtected);
      expect(setContentProtection).toHaveBeenCalledExactlyOnceWith(isProtected);
    },
  );
});

describe('keepAwake', () => {
  it('keeps the display on until it is told otherwise, and stops once', () => {
    const started = new Set<number>();
    const blocker = {
      start: vi.fn<PowerSaveBlocker['start']>(() => {
        started.add(7);
        return 7;
      }),
      stop: vi.fn<PowerSaveBlocker['stop']>((id) => started.delete(id)),
      isStarted: (id: number) => started.has(id),
    };
    const letSleep = keepAwake(blocker);
    expect(blocker.start).toHaveBeenCalledExactlyOnceWith('prevent-display-sleep');
    expect(blocker.stop).not.toHaveBeenCalled();
    letSleep();
    letSleep();
    expect(blocker.stop).toHaveBeenCalledExactlyOnceWith(7);
  });
});

describe('lockProgram', () => {
  const lock = (isPackaged: boolean) => {
    const app = {
      enableSandbox: vi.fn(),
      commandLine: { appendSwitch: vi.fn(), removeSwitch: vi.fn() },
    };
    lockProgram(app, isPackaged);
    return app;
  };

  it('sandboxes every page and writes no dumps', () => {
    const app = lock(false);
    expect(app.enableSandbox).toHaveBeenCalledOnce();
    const names = app.commandLine.appendSwitch.mock.calls.map(([name]) => name as string);
    expect(names).toEqual([
      'disable-breakpad',
      'disable-crash-reporter',
      'overscroll-history-navigation',
      'disable-pinch',
    ]);
  });

  it('takes a debugging port and a false camera from the packaged command line only', () => {
    const { removeSwitch } = lock(true).commandLine;
    for (const name of [
      'remote-debugging-port',
      'remote-debugging-pipe',
      'disable-web-security',
      'use-file-for-fake-video-capture',
    ])
      expect(removeSwitch).toHaveBeenCalledWith(name);
    expect(lock(false).commandLine.removeSwitch).not.toHaveBeenCalled();
  });
});

describe('isRefusedKey', () => {
  it.each([
    ['reload', pressedKey('F5')],
    ['reload', pressedKey('r', { control: true })],
    ['reload past the cache', pressedKey('R', { control: true, shift: true })],
    ['reload on a Mac', pressedKey('r', { meta: true })],
    ['developer tools', pressedKey('F12')],
    ['developer tools', pressedKey('I', { control: true, shift: true })],
    ['full screen', pressedKey('F11')],
    ['print', pressedKey('p', { control: true })],
    ['save', pressedKey('s', { control: true })],
    ['enlarge', pressedKey('+', { control: true })],
    ['back', pressedKey('ArrowLeft', { alt: true })],
    ['back', pressedKey('BrowserBack')],
  ])('refuses to %s', (_what, input) => {
    expect(isRefusedKey(input, false)).toBe(true);
    expect(isRefusedKey(input, true)).toBe(true);
  });

  it('refuses to close the window in a kiosk only', () => {
    const input = pressedKey('F4', { alt: true });
    expect(isRefusedKey(input, true)).toBe(true);
    expect(isRefusedKey(input, false)).toBe(false);
  });

  it.each([
    ['a letter', pressedKey('r')],
    ['a digit', pressedKey('0')],
    ['copy', pressedKey('c', { control: true })],
    ['paste', pressedKey('v', { control: true })],
    ['an arrow', pressedKey('ArrowLeft')],
    ['Tab', pressedKey('Tab')],
    ['Enter', pressedKey('Enter')],
    ['F1', pressedKey('F1')],
    ['F4', pressedKey('F4')],
  ])('leaves %s alone', (_what, input) => {
    expect(isRefusedKey(input, false)).toBe(false);
    expect(isRefusedKey(input, true)).toBe(false);
  });
});

describe('stationHeaders', () => {
  it('starts from nothing and allows what is listed and nothing else', () => {
    expect(stationHeaders['Content-Security-Policy'].split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "font-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('lets the page itself have the camera and no other device', () => {
    const features = stationHeaders['Permissions-Policy'].split(', ');
    expect(features).toContain('camera=(self)');
    for (const feature of features)
      if (!feature.startsWith('camera')) expect(feature).toMatch(/^[a-z-]+=\(\)$/);
  });
});

describe('stationScheme', () => {
  it('has an origin, and no way around the content security policy', () => {
    expect(stationScheme.privileges).toEqual({
      standard: true,
      secure: true,
      stream: true,
      codeCache: true,
    });
  });
});

describe('isSavable', () => {
  const list = { address: 'blob:app://station/0f7b', mimeType: 'text/csv', role: 'clerk' } as const;

  it("lets the clerk's page save the list it has written", () => {
    expect(isSavable(list)).toBe(true);
  });

  it.each([
    ['the guest', { role: 'guest' }],
    ['what is no page of ours', { role: undefined }],
    ['a picture', { mimeType: 'image/jpeg' }],
    ['a program', { mimeType: 'application/x-msdownload' }],
    ['what was not made by the page', { address: 'app://station/index.html' }],
    ['what another page made', { address: 'blob:app://station.example/0f7b' }],
    ['what comes from elsewhere', { address: 'https://example.org/list.csv' }],
  ] as const)('refuses %s', (_what, change) => {
    expect(isSavable({ ...list, ...change })).toBe(false);
  });
});

describe('lockSession', () => {
  const lock = (saveFolder?: string) => {
    const session = {
      setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
      setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
      setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
      setDisplayMediaRequestHandler: vi.fn<Session['setDisplayMediaRequestHandler']>(),
      on: vi.fn(),
      webRequest: { onBeforeRequest: vi.fn() },
    };
    lockSession(session, {
      isPackaged: true,
      roleOf: (id) => (id === 1 ? 'clerk' : 'guest'),
      saveFolder: () => saveFolder,
    });
    return session;
  };
  const contents = {} as unknown as WebContents;

  it('answers requests by the rules', () => {
    const handler = lock().setPermissionRequestHandler.mock.calls[0]?.[0];
    const decide = vi.fn();
    const page = { requestingUrl: stationPage, isMainFrame: true };
    handler?.(contents, 'media', decide, { ...page, mediaTypes: ['video'] });
    handler?.(contents, 'media', decide, { ...page, mediaTypes: ['video', 'audio'] });
    handler?.(contents, 'media', decide, page);
    handler?.(contents, 'geolocation', decide, page);
    expect(decide.mock.calls).toEqual([[true], [false], [false], [false]]);
  });

  it('answers checks by the rules', () => {
    const handler = lock().setPermissionCheckHandler.mock.calls[0]?.[0];
    const answers = [
      handler?.(contents, 'media', 'app://station/', { isMainFrame: true, mediaType: 'video' }),
      handler?.(contents, 'media', 'app://station/', { isMainFrame: true, mediaType: 'audio' }),
      handler?.(contents, 'media', 'app://station/', { isMainFrame: false, mediaType: 'video' }),
      handler?.(null, 'media', 'https://example.org/', { isMainFrame: true, mediaType: 'video' }),
      handler?.(contents, 'serial', 'app://station/', { isMainFrame: true }),
    ];
    expect(answers).toEqual([true, false, false, false, false]);
  });

  it('gives no device to anybody', () => {
    const handler = lock().setDevicePermissionHandler.mock.calls[0]?.[0];
    const device = { deviceType: 'serial', origin: 'app://station' } as const;
    expect(handler?.(device as Parameters<typeof handler>[0])).toBe(false);
  });

  it('captures no screen', () => {
    expect(lock().setDisplayMediaRequestHandler).toHaveBeenCalledExactlyOnceWith(null);
  });

  describe('of what a page wants to save', () => {
    const save = (contents: { readonly id: number } | null, folder?: string) => {
      const [name, onDownload] = lock(folder).on.mock.calls[0] as [
        string,
        (...args: unknown[]) => void,
      ];
      const preventDefault = vi.fn();
      const item = {
        getURL: () => 'blob:app://station/0f7b',
        getMimeType: () => 'text/csv',
        getFilename: () => 'checks.csv',
        setSavePath: vi.fn(),
      };
      onDownload({ preventDefault }, item, contents);
      return { name, preventDefault, setSavePath: item.setSavePath };
    };

    it.each([['the guest', { id: 2 }] as const, ['a page that is gone', null] as const])(
      'refuses it to %s',
      (_who, contents) => {
        const { name, preventDefault, setSavePath } = save(contents, '/downloads');
        expect(name).toBe('will-download');
        expect(preventDefault).toHaveBeenCalledOnce();
        expect(setSavePath).not.toHaveBeenCalled();
      },
    );

    it('asks the clerk where to', () => {
      const { preventDefault, setSavePath } = save({ id: 1 });
      expect(preventDefault).not.toHaveBeenCalled();
      expect(setSavePath).not.toHaveBeenCalled();
    });

    it('asks nobody in a kiosk', () => {
      const { preventDefault, setSavePath } = save({ id: 1 }, '/downloads');
      expect(preventDefault).not.toHaveBeenCalled();
      expect(setSavePath).toHaveBeenCalledExactlyOnceWith(join('/downloads', 'checks.csv'));
    });
  });

  it('cancels every request that leaves the station', () => {
    const handler = lock().webRequest.onBeforeRequest.mock.calls[0]?.[0] as (
      details: { url: string },
      decide: (response: { cancel: boolean }) => void,
    ) => void;
    const decide = vi.fn();
    handler({ url: 'https://example.org/' }, decide);
    handler({ url: stationPage }, decide);
    expect(decide.mock.calls).toEqual([[{ cancel: true }], [{ cancel: false }]]);
  });
});

describe('lockContents', () => {
  const navigations = ['will-navigate', 'will-frame-navigate'];
  const lock = (isPackaged = true) => {
    const emitter = new EventEmitter();
    const setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>();
    const contents = Object.assign(emitter, { setWindowOpenHandler });
    lockContents(contents as unknown as WebContents, { isPackaged, isKiosk: () => true });
    return contents;
  };

  it.each(['will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
    const preventDefault = vi.fn();
    lock().emit(name, { preventDefault, url: stationPage, isMainFrame: true });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it.each(navigations)('lets the page load itself anew: %s', (name) => {
    const preventDefault = vi.fn();
    lock().emit(name, { preventDefault, url: stationPage, isMainFrame: true });
    expect(preventDefault).not.toHaveBeenCalled();
  });

  it.each(
    navigations.flatMap((name) => [
      [name, { url: 'app://station/other.html', isMainFrame: true }] as const,
      [name, { url: 'https://example.org/', isMainFrame: true }] as const,
      [name, { url: 'file:///etc/hostname', isMainFrame: true }] as const,
      [name, { url: stationPage, isMainFrame: false }] as const,
    ]),
  )('prevents %s to %j', (name, to) => {
    const preventDefault = vi.fn();
    lock().emit(name, { preventDefault, ...to });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('gives no Bluetooth device', () => {
    const preventDefault = vi.fn();
    const choose = vi.fn();
    lock().emit('select-bluetooth-device', { preventDefault }, [{ deviceId: 'near' }], choose);
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(choose).toHaveBeenCalledExactlyOnceWith('');
  });

  it('opens no second window', () => {
    const handler = lock().setWindowOpenHandler.mock.calls[0]?.[0];
    expect(handler?.({ url: stationPage } as Parameters<typeof handler>[0])).toEqual({
      action: 'deny',
    });
  });

  it('hears the keys of a reload in the packaged application only', () => {
    const preventDefault = vi.fn();
    const reload = { key: 'F5', control: false, meta: false, alt: false };
    lock(false).emit('before-input-event', { preventDefault }, reload);
    expect(preventDefault).not.toHaveBeenCalled();
    lock().emit('before-input-event', { preventDefault }, { ...reload, key: 'Tab' });
    expect(preventDefault).not.toHaveBeenCalled();
    lock().emit('before-input-event', { preventDefault }, reload);
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});
