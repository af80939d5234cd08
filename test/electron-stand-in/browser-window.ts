import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { record, recordCall } from './control.ts';
import type { Answer } from './facts.ts';
import { pretend } from './pretend.ts';
import { isPrevented } from './preventable.ts';
import { primaryDisplay } from './screen.ts';
import { StandInContents } from './web-contents.ts';

const windows = new Set<StandInWindow>();
let lastId = 0;

type WindowMembers =
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'isFocused'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'setKiosk'
  | 'isKiosk'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'setBounds'
  | 'getBounds'
  | 'setContentProtection'
  | 'isContentProtected'
  | 'setAlwaysOnTop'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setBackgroundColor'
  | 'reload';

/** A window: a page of Chromium, and what was asked of the window around it. */
export class StandInWindow
  extends EventEmitter
  implements Pick<Electron.BrowserWindow, WindowMembers>
{
  readonly id = ++lastId;
  readonly #contents: StandInContents;
  #bounds: Electron.Rectangle;
  #isVisible: boolean;
  #isMinimized = false;
  #isKiosk: boolean;
  #isFullScreen: boolean;
  #isProtected = false;
  #isDestroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { webPreferences = {}, x = 0, y = 0, width = 800, height = 600 } = options;
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    // Both are so unless they are switched off, and the stand-in can do nothing else.
    if (webPreferences.contextIsolation === false || webPreferences.sandbox === false)
      throw new Error('The stand-in has only isolated preload scripts in sandboxed pages.');
    if (webPreferences.nodeIntegration === true)
      throw new Error('The stand-in has no Node in pages.');
    record({ kind: 'window', id: this.id, options: structuredClone(options) });
    this.#bounds = { x, y, width, height };
    this.#isVisible = options.show ?? true;
    this.#isKiosk = options.kiosk ?? false;
    this.#isFullScreen = options.fullscreen ?? this.#isKiosk;
    this.#contents = new StandInContents(webPreferences);
    this.#contents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.#contents.once('destroyed', () => {
      this.#forget();
    });
    windows.add(this);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...windows].map((window) => pretend<Electron.BrowserWindow>(window));
  }

  static fromId(id: number): Electron.BrowserWindow | null {
    const found = [...windows].find((window) => window.id === id);
    return found === undefined ? null : pretend<Electron.BrowserWindow>(found);
  }

  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    const found = [...windows].find((window) => window.webContents.id === contents.id);
    return found === undefined ? null : pretend<Electron.BrowserWindow>(found);
  }

  get webContents(): Electron.WebContents {
    return pretend<Electron.WebContents>(this.#contents);
  }

  /** A key the person before this window presses. */
  press(input: Electron.Input): Promise<void> {
    return this.#contents.press(input);
  }

  /** See `Command`. */
  plant(url: string, answer: Answer): Promise<void> {
    return this.#contents.plant(url, answer);
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  reload(): void {
    this.#contents.reload();
  }

  /** Closes the window unless a listener of `close` prevents it. */
  close(): void {
    void this.askToClose();
  }

  /** @returns false if a listener of `close` prevented it. */
  async askToClose(): Promise<boolean> {
    if (isPrevented(this, 'close')) return false;
    await this.end();
    return true;
  }

  destroy(): void {
    void this.end();
  }

  async end(): Promise<void> {
    await this.#contents.close();
    this.#forget();
  }

  #forget(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this);
    record({ kind: 'window-gone', id: this.id });
    this.emit('closed');
    if (windows.size > 0 || app.isQuitting) return;
    if (app.listenerCount('window-all-closed') === 0) app.quit();
    else app.emit('window-all-closed');
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  #note(name: WindowMembers, ...args: readonly unknown[]): void {
    recordCall('BrowserWindow', name, args);
  }

  show(): void {
    this.#isVisible = true;
    this.#note('show');
    this.emit('show');
  }

  showInactive(): void {
    this.#isVisible = true;
    this.#note('showInactive');
    this.emit('show');
  }

  hide(): void {
    this.#isVisible = false;
    this.#note('hide');
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  focus(): void {
    this.#note('focus');
    this.emit('focus');
  }

  isFocused(): boolean {
    return this.#isVisible && !this.#isMinimized;
  }

  minimize(): void {
    this.#isMinimized = true;
    this.#note('minimize');
    this.emit('minimize');
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  restore(): void {
    this.#isMinimized = false;
    this.#note('restore');
    this.emit('restore');
  }

  maximize(): void {
    this.#bounds = { ...primaryDisplay.workArea };
    this.#note('maximize');
  }

  setKiosk(isKiosk: boolean): void {
    this.#isKiosk = isKiosk;
    this.#note('setKiosk', isKiosk);
  }

  isKiosk(): boolean {
    return this.#isKiosk;
  }

  setFullScreen(isFullScreen: boolean): void {
    this.#isFullScreen = isFullScreen;
    this.#note('setFullScreen', isFullScreen);
  }

  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.#note('setBounds', bounds);
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setContentProtection(isProtected: boolean): void {
    this.#isProtected = isProtected;
    this.#note('setContentProtection', isProtected);
  }

  isContentProtected(): boolean {
    return this.#isProtected;
  }

  setAlwaysOnTop(isOnTop: boolean, level?: string): void {
    this.#note('setAlwaysOnTop', isOnTop, level);
  }

  setMenu(menu: Electron.Menu | null): void {
    this.#note('setMenu', menu);
  }

  removeMenu(): void {
    this.#note('removeMenu');
  }

  setMenuBarVisibility(isVisible: boolean): void {
    this.#note('setMenuBarVisibility', isVisible);
  }

  setBackgroundColor(color: string): void {
    this.#note('setBackgroundColor', color);
  }
}

app.windows = {
  closeAll: async () => {
    for (const window of [...windows]) if (!(await window.askToClose())) return false;
    return true;
  },
  destroyAll: async () => {
    await Promise.all([...windows].map((window) => window.end()));
  },
};

/** The window with that number, for what a test has happen to it. */
export const windowOf = (id: number): StandInWindow | undefined =>
  [...windows].find((window) => window.id === id);
