import { join } from 'node:path';
import {
  app,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  utilityProcess,
  type BrowserWindow,
  type IpcMainInvokeEvent,
} from 'electron';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { assertDeskOpen } from '../host/assert-desk-open.ts';
import { openStation } from '../host/open-station.ts';
import type { Station } from '../host/station.ts';
import { tellReady } from '../host/tell-ready.ts';
import { channelOf } from '../ipc/channels.ts';
import type { PageRole } from '../ipc/contract.ts';
import { registerCalls, type CallSender } from '../ipc/register-calls.ts';
import { createLogger } from '../log/logger.ts';
import { productRoot } from '../settings/product-root.ts';
import { GuestScreen } from './guest-screen.ts';
import { PageWindows } from './page-windows.ts';
import {
  keepAwake,
  lockContents,
  lockProgram,
  lockSession,
  pagePreferences,
  protectContents,
  stationOrigin,
  stationScheme,
  windowLock,
} from './security.ts';
import { serveBundle } from './serve-bundle.ts';
import { startArguments } from './start-arguments.ts';
import { keepUpdated } from './updates.ts';
import { createUtilityLauncher } from './utility-process-launcher.ts';

const log = createLogger();
/** For whoever started it from a terminal. */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const reportError = (error: WitnessError): void => {
  log.error({ error }, 'station');
};

const built = join(productRoot(), 'build');

/** The windows of a station, each told what is for its page. */
const windowsOf = (station: Station, onClosed: (role: PageRole) => void): PageWindows =>
  new PageWindows({
    windowOptions: () => ({
      width: 1366,
      height: 768,
      ...windowLock(station.settings.screen.kiosk),
      webPreferences: pagePreferences(join(built, 'preload', 'preload.cjs'), app.isPackaged),
    }),
    onOpen: (role, window) => {
      protect(station)(window);
      return station.hub.subscribe(role, (channel, payload) => {
        window.webContents.send(channel, payload);
      });
    },
    onClosed,
    onCrash: (role, reason) => {
      log.error({ role, reason }, 'page');
    },
    onComplaint: (role, message) => {
      log.error({ role, message }, 'page');
    },
  });

/** Binds the rules to every page there will be; to be called before the first is opened. */
const lockPages = (station: Station, windows: PageWindows): void => {
  const { isPackaged } = app;
  const isKiosk = (): boolean => station.settings.screen.kiosk;
  lockSession(session.defaultSession, {
    isPackaged,
    roleOf: (contentsId) => windows.roleOf(contentsId),
    saveFolder: () => (isKiosk() ? app.getPath('downloads') : undefined),
  });
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, { isPackaged, isKiosk });
  });
};

const bindCalls = (station: Station, windows: PageWindows, guestScreen: GuestScreen): void => {
  const senderOf = ({ senderFrame, sender }: IpcMainInvokeEvent): CallSender => {
    const role = windows.roleOf(sender.id);
    return {
      // What is no window of ours has no say, whatever its address.
      origin: role === undefined ? null : (senderFrame?.origin ?? null),
      isTopFrame: senderFrame !== null && senderFrame === sender.mainFrame,
      role: role ?? 'guest',
    };
  };
  registerCalls({
    handlers: {
      ...station.handlers,
      openGuestScreen: async () => {
        await guestScreen.open();
        return {};
      },
    },
    ownOrigin: stationOrigin,
    assertUnlocked: () => {
      assertDeskOpen(station);
    },
    register: (channel, answer) => {
      ipcMain.handle(channel, (event, request: unknown) => answer(senderOf(event), request));
    },
    onError: reportError,
  });
};

/** Lets reader, engine and decoder go before the program ends. */
const closeBeforeQuit = (stop: AbortController, served: Promise<void>): void => {
  app.on('window-all-closed', () => {
    app.quit();
  });
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    stop.abort();
    void served.then(() => {
      isClosed = true;
      app.quit();
    });
  });
};

/**
 * Keeps the windows as the settings say, out of screenshots or not, from the first one on; and the
 * guest's where it belongs, as the displays are.
 */
const followSettings = (station: Station, windows: PageWindows, guestScreen: GuestScreen): void => {
  const arrange = (): void => {
    guestScreen.arrange().catch((caught: unknown) => {
      reportError(toWitnessError(caught));
    });
  };
  station.hub.subscribe('clerk', (channel) => {
    if (channel !== channelOf('settingsChanged')) return;
    windows.forEach(protect(station));
    arrange();
  });
  screen.on('display-added', arrange);
  screen.on('display-removed', arrange);
  // Which one is the clerk's may change, too.
  screen.on('display-metrics-changed', arrange);
};

const guestScreenOf = (station: Station, windows: PageWindows): GuestScreen =>
  new GuestScreen({
    windows,
    isWanted: () => station.settings.screen.mode === 'two-screens',
    isKiosk: () => station.settings.screen.kiosk,
    onChange: (isThere) => {
      station.setGuestApart(isThere);
    },
  });

const protect =
  (station: Station) =>
  (window: BrowserWindow): void => {
    protectContents(window, station.settings.screen.contentProtection);
  };

/** Looks for newer versions where the station was installed; a checkout is updated otherwise. */
const startUpdates = (station: Station, signal: AbortSignal): void => {
  if (!app.isPackaged) return;
  void keepUpdated({
    openUpdater: async () => (await import('electron-updater')).default.autoUpdater,
    settings: () => station.settings.updates,
    signal,
    onReady: (version) => {
      say(`update ${version} waits until the station is closed`);
    },
    onError: reportError,
  });
};

const serve = async (): Promise<void> => {
  await app.whenReady();
  // The usual menu has shortcuts for reloading and for the developer tools.
  Menu.setApplicationMenu(null);
  protocol.handle(stationScheme.scheme, serveBundle(join(built, 'renderer')));
  const station = await openStation({
    ...startArguments(process.argv),
    launch: createUtilityLauncher(utilityProcess),
    onError: reportError,
    onReady: tellReady(say),
  });
  const windows = windowsOf(station, (role) => {
    if (role === 'guest') guestScreen.closed();
  });
  const guestScreen = guestScreenOf(station, windows);
  lockPages(station, windows);
  bindCalls(station, windows, guestScreen);
  const letSleep = keepAwake(powerSaveBlocker);
  app.on('second-instance', () => {
    void windows.open('clerk');
  });
  const stop = new AbortController();
  const served = station.run(stop.signal).catch((caught: unknown) => {
    reportError(toWitnessError(caught));
  });
  void served.then(letSleep);
  closeBeforeQuit(stop, served);
  startUpdates(station, stop.signal);
  guestScreen.prepare();
  await windows.open('clerk');
  followSettings(station, windows, guestScreen);
  await guestScreen.arrange();
};

lockProgram(app, app.isPackaged);
protocol.registerSchemesAsPrivileged([stationScheme]);

// Two programs cannot share a reader: a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  // Not awaited here: Electron becomes ready only after this module has been evaluated.
  serve().catch((caught: unknown) => {
    const error = toWitnessError(caught);
    reportError(error);
    // Who double-clicks the program sees no log.
    dialog.showErrorBox('人证 Witness', `${error.sentence.zh}\n\n${error.sentence.en}`);
    app.exit(1);
  });
} else {
  app.quit();
}
