import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  isLoadable,
  isPermitted,
  lockContents,
  lockSession,
  pagePreferences,
  stationHeaders,
  stationPage,
  stationScheme,
  type PermissionRequest,
} from '../../../main/electron/security.ts';

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
      spellcheck: false,
      devTools: false,
    });
  });

  it('has developer tools in a checkout only', () => {
    expect(pagePreferences('/preload.cjs', false).devTools).toBe(true);
  });
});

describe('stationHeaders', () => {
  it('starts from nothing and allows neither inline nor evaluated code', () => {
    const policy = stationHeaders['Content-Security-Policy'];
    expect(policy.split('; ')[0]).toBe("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
    for (const closed of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(policy).toContain(`${closed} 'none'`);
  });
});

describe('stationScheme', () => {
  it('has an origin, and no way around the content security policy', () => {
    expect(stationScheme.privileges).toEqual({ standard: true, secure: true, codeCache: true });
  });
});

describe('lockSession', () => {
  const lock = () => {
    const session = {
      setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
      setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
      setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
      webRequest: { onBeforeRequest: vi.fn() },
    };
    lockSession(session, true);
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
  const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];
  const lock = () => {
    const emitter = new EventEmitter();
    const setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>();
    const contents = Object.assign(emitter, { setWindowOpenHandler });
    lockContents(contents as unknown as WebContents);
    return contents;
  };

  it.each(events)('prevents %s', (name) => {
    const preventDefault = vi.fn();
    lock().emit(name, { preventDefault, url: stationPage });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('opens no second window', () => {
    const handler = lock().setWindowOpenHandler.mock.calls[0]?.[0];
    expect(handler?.({ url: stationPage } as Parameters<typeof handler>[0])).toEqual({
      action: 'deny',
    });
  });
});
