import type { Session, WebContents, WebPreferences } from 'electron';

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
    codeCache: true,
  },
} as const;

export const stationOrigin = 'app://station';
export const stationPage = `${stationOrigin}/index.html`;

/**
 * Headers of everything the scheme serves. The page needs its own scripts and styles and nothing
 * else: no inline script, no image, no connection, no frame in it or around it.
 */
export const stationHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
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
  /** The spelling checker fetches dictionaries from the Internet. */
  spellcheck: false,
  /** At a counter nobody looks under the hood. */
  devTools: !isPackaged,
});

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

/** Whether a page may load this address: only what the station serves itself. */
export const isLoadable = (address: string, isPackaged: boolean): boolean =>
  isStationAddress(address) || (!isPackaged && address.startsWith('devtools://'));

const isStationAddress = (address: string): boolean =>
  address === stationOrigin || address.startsWith(`${stationOrigin}/`);

type LockableSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/** Binds the rules to a session. Both permission handlers are needed: some features ask one only. */
export const lockSession = (session: LockableSession, isPackaged: boolean): void => {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { requestingUrl: from, isMainFrame } = details;
    decide(isPermitted({ permission, from, isMainFrame, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, from, { isMainFrame, mediaType }) =>
    isPermitted({ permission, from, isMainFrame, media: mediaType ? [mediaType] : [] }),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isLoadable(url, isPackaged) });
  });
};

/** The page stays where it is: no link, redirect, window or embedded page leads anywhere. */
export const lockContents = (contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void => {
  const refuse = (event: { preventDefault(): void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};
