import { EventEmitter } from 'node:events';
import { recordCall, settings } from './control.ts';
import { pretend } from './pretend.ts';

/*
 * What the program asks of the machine around its windows. Nothing happens but that it is recorded.
 */

const blockers = new Set<number>();
let lastBlocker = -1;

export const powerSaveBlocker = {
  start: (type) => {
    recordCall('powerSaveBlocker', 'start', [type]);
    blockers.add(++lastBlocker);
    return lastBlocker;
  },
  stop: (id) => {
    recordCall('powerSaveBlocker', 'stop', [id]);
    return blockers.delete(id);
  },
  isStarted: (id) => blockers.has(id),
} satisfies Electron.PowerSaveBlocker;

export const crashReporter = {
  start: (options) => {
    recordCall('crashReporter', 'start', [options]);
  },
} satisfies Pick<Electron.CrashReporter, 'start'>;

/** A menu nobody sees. */
export class Menu {
  readonly items: Electron.MenuItem[] = [];
  readonly template: readonly unknown[];

  constructor(template: readonly unknown[] = []) {
    this.template = template;
  }

  static setApplicationMenu(menu: Electron.Menu | null): void {
    recordCall('Menu', 'setApplicationMenu', [menu]);
  }

  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Electron.Menu {
    return pretend<Electron.Menu>(new Menu(template));
  }
}

const chosen = settings.chosenFile;

/** Answers at once what the test has set: a file, or that nothing was chosen. */
export const dialog = {
  showOpenDialog: (...args: readonly unknown[]) => {
    recordCall('dialog', 'showOpenDialog', args);
    return Promise.resolve({
      canceled: chosen === undefined,
      filePaths: chosen === undefined ? [] : [chosen],
    });
  },
  showSaveDialog: (...args: readonly unknown[]) => {
    recordCall('dialog', 'showSaveDialog', args);
    return Promise.resolve({ canceled: chosen === undefined, filePath: chosen ?? '' });
  },
  showMessageBox: (...args: readonly unknown[]) => {
    recordCall('dialog', 'showMessageBox', args);
    return Promise.resolve({ response: 0, checkboxChecked: false });
  },
  showErrorBox: (title, content) => {
    recordCall('dialog', 'showErrorBox', [title, content]);
  },
} satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
>;

class StandInTheme
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  themeSource: Electron.NativeTheme['themeSource'] = 'system';

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}

export const nativeTheme = new StandInTheme();

/** Nothing of the outside is ever opened. */
export const shell = {
  openExternal: (url) => {
    recordCall('shell', 'openExternal', [url]);
    return Promise.resolve();
  },
  openPath: (path) => {
    recordCall('shell', 'openPath', [path]);
    return Promise.resolve('');
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>;
