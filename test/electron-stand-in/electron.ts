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
