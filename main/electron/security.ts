import { join } from 'node:path';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Input,
  PowerSaveBlocker,
  Session,
  WebContents,
  WebPreferences,
} from 'electron';
import type { PageRole } from '../ipc/contract.ts';

/*
 * Every rule that keeps the window from doing anything but show the station, each with its reason.
 * The page is our own and loads nothing from outside; these rules hold even if that were not so.
 */

/**
 * The page's own scheme. A `file://` page could read other files of the machine, and has no origin
 * that permissions and calls could be bound to.
 */
export const stationScheme = {
  scheme: 'app',
  privileges: {
    /** With an origin of its own, which relative addresses, `'self'` and the permissions refer to. */
    standard: true,
    /** Cameras are for secure contexts only. */
    secure: true,
    /** Sounds: an `<audio>` element plays what it can read piece by piece. */
    stream: true,
    codeCache: true,
  },
} as const;

export const stationOrigin = 'app://station';
export const stationPage = `${stationOrigin}/index.html`;

const refused = (feature: string): string => `${feature}=()`;

/**
 * Headers of everything the scheme serves. The page has its own scripts, styles, pictures, sounds and
 * letters, and pictures it makes itself (`blob:`: frames of the camera, the chip's photo); nothing is
 * written into it, nothing comes from elsewhere, and no frame is in it or around it.
 */
export const stationHeaders = {
  'Content-Security-Policy': [
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
  ].join('; '),
  /** Says a second time, to the page itself, what the permission handlers would refuse. */
  'Permissions-Policy': [
    'camera=(self)',
    ...['microphone', 'geolocation', 'display-capture', 'midi', 'clipboard-read'].map(refused),
    ...['serial', 'usb', 'hid', 'bluetooth'].map(refused),
  ].join(', '),
  /** A file is what its name says, whatever its bytes look like. */
  'X-Content-Type-Options': 'nosniff',
} as const;

/** How the window's page runs. Defaults are written out, so that a change of them is seen here. */
export const pagePreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  preload,
  /** The preload script's objects are out of the page's reach, but for the bridge. */
  contextIsolation: true,
  /** A page that is taken over stays in Chromium's sandbox. */
  sandbox: true,
  /** No Node in pages, frames and workers: it would be the whole machine. */
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  /** The same-origin policy, and no insecure content in a secure page. */
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  /** A `<webview>` is a page with preferences of its own. */
  webviewTag: false,
  /** A file dropped on the window is not opened in it. */
  navigateOnDragDrop: false,
  /** A page's `alert` would stand before the guest and stop the station until somebody closes it. */
  disableDialogs: true,
  /** The spelling checker fetches dictionaries from the Internet. */
  spellcheck: false,
  /** Code for documents and pictures in three dimensions, which the station has none of. */
  plugins: false,
  webgl: false,
  /** The result is heard without anybody touching the screen. */
  autoplayPolicy: 'no-user-gesture-required',
  /** The guest's window goes on looking while the clerk works in another. */
  backgroundThrottling: false,
  /** At a counter nobody looks under the hood. */
  devTools: !isPackaged,
});

/**
 * What of a window keeps people in it, where the site has set the kiosk. Whoever stands before it has
 * the station and nothing else; the operating system's assigned access has to stand behind this, as
 * its own keys (Ctrl+Alt+Del, Alt+Tab, edge gestures) reach no program.
 */
export const windowLock = (isKiosk: boolean): BrowserWindowConstructorOptions =>
  isKiosk
    ? {
        kiosk: true,
        fullscreen: true,
        frame: false,
        alwaysOnTop: true,
        resizable: false,
        movable: false,
        minimizable: false,
        maximizable: false,
        autoHideMenuBar: true,
      }
    : { kiosk: false, autoHideMenuBar: true };

/**
 * Keeps what a window shows out of screenshots and screen sharing, where the site wants it: the
 * clerk's desk has a card's full fields. Not always on, as remote maintenance then sees black.
 */
export const protectContents = (
  window: Pick<BrowserWindow, 'setContentProtection'>,
  isProtected: boolean,
): void => {
  window.setContentProtection(isProtected);
};

/**
 * A counter that sleeps is out of order for the next guest, and some touch screens do not wake.
 *
 * @returns lets the display sleep again.
 */
export const keepAwake = (blocker: PowerSaveBlocker): (() => void) => {
  const id = blocker.start('prevent-display-sleep');
  return () => {
    if (blocker.isStarted(id)) blocker.stop(id);
  };
};

/** Set in Chromium before it starts. */
const programSwitches: readonly (readonly [name: string, value?: string])[] = [
  /** A dump of a crashed process holds its memory, with the guest's photographs. */
  ['disable-breakpad'],
  ['disable-crash-reporter'],
  /** A swipe from the edge would lead back to the page before. */
  ['overscroll-history-navigation', '0'],
  /** Two fingers would push the buttons off the screen. */
  ['disable-pinch'],
];

/**
 * Taken from the command line of the packaged application: whoever can only change a shortcut shall
 * neither look into the page, nor loosen its rules, nor put a film in the place of the camera.
 */
const refusedSwitches: readonly string[] = [
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'],
  ...['disable-web-security', 'load-extension'],
  ...['use-fake-device-for-media-stream', 'use-file-for-fake-video-capture'],
  'use-fake-ui-for-media-stream',
];

type LockableApp = Pick<App, 'enableSandbox'> & {
  readonly commandLine: Pick<App['commandLine'], 'appendSwitch' | 'removeSwitch'>;
};

/** Binds the rules to the program; to be called before Electron is ready. */
export const lockProgram = (app: LockableApp, isPackaged: boolean): void => {
  /** Also for pages that might be made without the preferences above. */
  app.enableSandbox();
  if (isPackaged) for (const name of refusedSwitches) app.commandLine.removeSwitch(name);
  for (const [name, value] of programSwitches) app.commandLine.appendSwitch(name, value);
};

/** A page asking to use something of the machine. */
export interface PermissionRequest {
  readonly permission: string;
  /** Address or origin of the document that asks. */
  readonly from: string;
  readonly isMainFrame: boolean;
  /** For `media`: what is to be used. */
  readonly media: readonly string[];
}

/**
 * The camera for our own page, and nothing else for anybody: no microphone, no location, no serial
 * port or USB device (the reader belongs to the main process), no notifications, no other programs.
 */
export const isPermitted = ({ permission, from, isMainFrame, media }: PermissionRequest): boolean =>
  permission === 'media' &&
  isMainFrame &&
  isStationAddress(from) &&
  media.length > 0 &&
  media.every((kind) => kind === 'video');

/** Whether a page may load this address: only what the station serves or the page made itself. */
export const isLoadable = (address: string, isPackaged: boolean): boolean =>
  isStationAddress(address) ||
  address.startsWith(`blob:${stationOrigin}/`) ||
  (!isPackaged && address.startsWith('devtools://'));

const isStationAddress = (address: string): boolean =>
  address === stationOrigin || address.startsWith(`${stationOrigin}/`);

/** Something a page wants to put on this machine as a file. */
export interface SaveRequest {
  readonly address: string;
  readonly mimeType: string;
  /** Undefined for what is no page of the station's. */
  readonly role: PageRole | undefined;
}

/** The clerk's list of checks, which the page writes itself, and nothing else for anybody. */
export const isSavable = ({ address, mimeType, role }: SaveRequest): boolean =>
  role === 'clerk' && mimeType === 'text/csv' && address.startsWith(`blob:${stationOrigin}/`);

/** What the rules of a session go by. */
export interface SessionFacts {
  readonly isPackaged: boolean;
  /** Which page a window's contents are, by their id. */
  readonly roleOf: (contentsId: number) => PageRole | undefined;
  /** Where files go without a question; undefined where the clerk is asked. */
  readonly saveFolder: () => string | undefined;
}

type LockableSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'on'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/** Binds the rules to a session. Both permission handlers are needed: some features ask one only. */
export const lockSession = (
  session: LockableSession,
  { isPackaged, roleOf, saveFolder }: SessionFacts,
): void => {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { requestingUrl: from, isMainFrame } = details;
    decide(isPermitted({ permission, from, isMainFrame, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, from, { isMainFrame, mediaType }) =>
    isPermitted({ permission, from, isMainFrame, media: mediaType ? [mediaType] : [] }),
  );
  session.setDevicePermissionHandler(() => false);
  // Without a handler Electron refuses to capture screens: the desk beside the page has card data.
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event, item, contents: WebContents | null) => {
    const role = contents === null ? undefined : roleOf(contents.id);
    const folder = saveFolder();
    if (!isSavable({ address: item.getURL(), mimeType: item.getMimeType(), role }))
      event.preventDefault();
    // In a kiosk the usual question would show whoever stands there the whole machine.
    else if (folder !== undefined) item.setSavePath(join(folder, item.getFilename()));
  });
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isLoadable(url, isPackaged) });
  });
};

/**
 * Keys by which a page is reloaded, searched, printed, saved, enlarged, left or looked into. There is
 * no menu that would bind them; this holds if some system or version binds them itself. In a kiosk the
 * key that closes the window besides: behind it is the desktop.
 */
export const isRefusedKey = ({ key, control, meta, alt }: Input, isKiosk: boolean): boolean => {
  if (isKiosk && alt && key === 'F4') return true;
  if (/^(F3|F5|F7|F11|F12|Browser.*)$/.test(key)) return true;
  if (alt && /^(ArrowLeft|ArrowRight|Home)$/.test(key)) return true;
  return (control || meta) && /^[fghijnoprstuw0+=-]$/i.test(key);
};

/** What the rules of a page go by. */
export interface ContentsFacts {
  readonly isPackaged: boolean;
  readonly isKiosk: () => boolean;
}

/** Where a page is about to go. */
interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

type LockableContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/**
 * The page stays what it is: no link, redirect, window or embedded page leads anywhere, and in the
 * packaged application no key does.
 */
export const lockContents = (
  contents: LockableContents,
  { isPackaged, isKiosk }: ContentsFacts,
): void => {
  const refuse = (event: { preventDefault(): void }): void => {
    event.preventDefault();
  };
  // A page that failed loads itself anew.
  const refuseElsewhere = (event: Navigation): void => {
    if (!event.isMainFrame || event.url !== stationPage) event.preventDefault();
  };
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Of all devices this is the one that is asked for without a permission; unanswered, the first that
  // is near is given.
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  if (isPackaged)
    contents.on('before-input-event', (event, input) => {
      if (isRefusedKey(input, isKiosk())) event.preventDefault();
    });
};
