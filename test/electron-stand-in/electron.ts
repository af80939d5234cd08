import { app } from './app.ts';
import { StandInWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import type { Misfit } from './misfit.ts';
import { crashReporter, dialog, Menu, nativeTheme, powerSaveBlocker, shell } from './machine.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { defaultSession } from './session.ts';
import { utilityProcess } from './utility-process.ts';

/*
 * Electron's main process as far as the station uses it: the program runs in Node, and its windows are
 * pages of a real Chromium, in which contents, isolation, policies and permissions are the browser's
 * own. What it cannot show, `npm run test:electron` is for:
 *
 * - what Electron makes of a window's preferences: they are recorded, and the page is always isolated,
 *   without Node, and as sandboxed as the browser that runs it;
 * - the window itself: kiosk, place, focus, menus and keys of the operating system;
 * - the program's scheme: pages lie at an `https:` origin in its place, so what Chromium does otherwise
 *   for schemes of a program's own is not seen;
 * - sockets, workers' own requests and `file:` addresses, none of which pass the request handlers here;
 * - that a page asks at all: functions that need a permission are wrapped, and ask the program first.
 */

/** What `import … from 'electron'` gives a program: names of Electron's and no others. */
const parts = {
  app,
  BrowserWindow: StandInWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session: { defaultSession },
  shell,
  utilityProcess,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>;

type Parts = typeof parts;
type Whole = typeof Electron.CrossProcessExports;
type Misfits = { [Name in keyof Parts]: Misfit<Parts[Name], Whole[Name]> }[keyof Parts];

/** Compiles only where everything that is there is as `electron.d.ts` has it. */
export const standIn: [Misfits] extends [never] ? Parts : Misfits = parts;
