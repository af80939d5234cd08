import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  protocol,
  session,
  utilityProcess,
  type IpcMainInvokeEvent,
} from 'electron';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { publishEvent } from '../ipc/publish-event.ts';
import { registerCalls, type CallSender } from '../ipc/register-calls.ts';
import { toShownState } from '../ipc/shown-state.ts';
import { stationHandlers } from '../ipc/station-handlers.ts';
import { createLogger } from '../log/logger.ts';
import { productRoot } from '../settings/product-root.ts';
import { Counter } from '../station/counter.ts';
import { prepareCounter } from './prepare-counter.ts';
import {
  lockContents,
  lockSession,
  pagePreferences,
  stationOrigin,
  stationPage,
  stationScheme,
} from './security.ts';
import { serveBundle } from './serve-bundle.ts';
import { createUtilityLauncher } from './utility-process-launcher.ts';

const log = createLogger();
const reportError = (error: WitnessError): void => {
  log.error({ error }, 'station');
};

const built = join(productRoot(), 'build');

/** The page, and only our own page: what it calls, and what it is told. */
const openWindow = async (counter: Counter): Promise<void> => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: pagePreferences(join(built, 'preload', 'preload.cjs'), app.isPackaged),
  });
  const { webContents } = window;
  const stop = counter.onChange((state) => {
    publishEvent(
      (channel, payload) => {
        webContents.send(channel, payload);
      },
      'stateChanged',
      toShownState(state),
    );
  });
  window.once('closed', stop);
  window.once('ready-to-show', () => {
    window.show();
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await window.loadURL(stationPage);
};

const senderOf = ({ senderFrame, sender }: IpcMainInvokeEvent): CallSender => ({
  origin: senderFrame?.origin ?? null,
  isTopFrame: senderFrame !== null && senderFrame === sender.mainFrame,
});

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

const serve = async (): Promise<void> => {
  await app.whenReady();
  // The usual menu has shortcuts for reloading and for the developer tools.
  Menu.setApplicationMenu(null);
  lockSession(session.defaultSession, app.isPackaged);
  protocol.handle(stationScheme.scheme, serveBundle(join(built, 'renderer')));
  const counter = new Counter({
    prepare: () => prepareCounter(createUtilityLauncher(utilityProcess)),
    onError: reportError,
  });
  registerCalls({
    handlers: stationHandlers(counter),
    ownOrigin: stationOrigin,
    register: (channel, answer) => {
      ipcMain.handle(channel, (event, request: unknown) => answer(senderOf(event), request));
    },
    onError: reportError,
  });
  const stop = new AbortController();
  const served = counter.run(stop.signal).catch((caught: unknown) => {
    reportError(toWitnessError(caught));
  });
  closeBeforeQuit(stop, served);
  await openWindow(counter);
};

protocol.registerSchemesAsPrivileged([stationScheme]);
app.on('web-contents-created', (_event, contents) => {
  lockContents(contents);
});

// Two programs cannot share a reader: a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  // Not awaited here: Electron becomes ready only after this module has been evaluated.
  serve().catch((caught: unknown) => {
    reportError(toWitnessError(caught));
    app.exit(1);
  });
} else {
  app.quit();
}
