import { BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle } from 'electron';
import type { PageRole } from '../ipc/contract.ts';
import { stationPage } from './security.ts';

export interface PageWindowsOptions {
  /** What every window is made with. */
  readonly windowOptions: () => BrowserWindowConstructorOptions;
  /** Told of each window that was opened; gives what to do when it is closed. */
  readonly onOpen: (role: PageRole, window: BrowserWindow) => () => void;
  /** Told of each window that somebody closed. */
  readonly onClosed: (role: PageRole) => void;
  /** Told of each page that broke down, with Electron's word for it. It is opened again. */
  readonly onCrash: (role: PageRole, reason: string) => void;
  /** Told of each error on the console of a page, where nobody would see it. */
  readonly onComplaint: (role: PageRole, message: string) => void;
}

/** Characters of a page's complaint that are told. */
const longestComplaint = 2000;

/** Milliseconds until a page that broke down is opened again: one that always does must not keep the machine busy. */
const untilReopened = 1000;

/** The windows of the station: the clerk's, and the guest's on a screen of its own. */
export class PageWindows {
  readonly #options: PageWindowsOptions;
  readonly #windows = new Map<PageRole, BrowserWindow>();

  constructor(options: PageWindowsOptions) {
    this.#options = options;
  }

  /** Which page a window's contents are, by their id; undefined for what is no page of ours. */
  roleOf(contentsId: number): PageRole | undefined {
    for (const [role, window] of this.#windows)
      if (!window.isDestroyed() && window.webContents.id === contentsId) return role;
    return undefined;
  }

  /** Does something to each window there is. */
  forEach(work: (window: BrowserWindow) => void): void {
    for (const window of this.#windows.values()) if (!window.isDestroyed()) work(window);
  }

  /** Where the window of a page is; undefined where there is none. */
  boundsOf(role: PageRole): Rectangle | undefined {
    const window = this.#windows.get(role);
    return window === undefined || window.isDestroyed() ? undefined : window.getBounds();
  }

  /** Closes the window of a page, if there is one. */
  close(role: PageRole): void {
    const window = this.#windows.get(role);
    this.#windows.delete(role);
    window?.destroy();
  }

  /**
   * Opens a page in a window of its own, or brings the one there is to the front.
   *
   * @param place - where it is to be, if not where the system puts it.
   */
  async open(role: PageRole, place: BrowserWindowConstructorOptions = {}): Promise<void> {
    const existing = this.#windows.get(role);
    if (existing !== undefined) {
      if (existing.isMinimized()) existing.restore();
      existing.focus();
      return;
    }
    const window = new BrowserWindow({
      ...this.#options.windowOptions(),
      ...place,
      show: false,
    });
    this.#windows.set(role, window);
    const onClosed = this.#options.onOpen(role, window);
    window.once('closed', () => {
      onClosed();
      // Another may stand in its place by now.
      if (this.#windows.get(role) !== window) return;
      this.#windows.delete(role);
      this.#options.onClosed(role);
    });
    window.once('ready-to-show', () => {
      // The keyboard is the clerk's.
      if (role === 'guest') window.showInactive();
      else window.show();
    });
    window.webContents.on('console-message', ({ level, message }) => {
      if (level === 'error') this.#options.onComplaint(role, message.slice(0, longestComplaint));
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      this.#options.onCrash(role, reason);
      // It would stand there white until somebody starts the station anew.
      setTimeout(() => {
        if (window.isDestroyed()) return;
        window.loadURL(stationPage).catch(() => {
          // It broke down again, and comes here again.
        });
      }, untilReopened);
    });
    await window.loadURL(stationPage);
  }
}
