import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { toBrowser, toElectron } from './app-address.ts';
import { app } from './app.ts';
import { linkToChromium } from './chromium-link.ts';
import { followConsole } from './console.ts';
import { record, recordCall } from './control.ts';
import { followDownloads } from './downloads.ts';
import type { Answer } from './facts.ts';
import { FrameTree } from './frame-tree.ts';
import type { PreloadMessage } from './in-page/preload-world.ts';
import { ipcMain } from './ipc-main.ts';
import { decidePermission, setInitialPermissions } from './permissions.ts';
import { PreloadLink, type PreloadWorld } from './preload-link.ts';
import { pretend } from './pretend.ts';
import { isPrevented } from './preventable.ts';
import { RequestGate } from './request-gate.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
  readonly link: PreloadLink;
  readonly gate: RequestGate;
}

type ContentsMembers =
  | 'id'
  | 'mainFrame'
  | 'send'
  | 'loadURL'
  | 'reload'
  | 'getURL'
  | 'isDestroyed'
  | 'setWindowOpenHandler'
  | 'executeJavaScript'
  | 'openDevTools'
  | 'closeDevTools'
  | 'setZoomFactor'
  | 'setVisualZoomLevelLimits'
  | 'setIgnoreMenuShortcuts';

let lastId = 0;

/** What a window shows: one page of Chromium, with Electron's manners. */
export class StandInContents
  extends EventEmitter
  implements Pick<Electron.WebContents, ContentsMembers>
{
  readonly id = ++lastId;
  readonly #frames = new FrameTree();
  readonly #opened: Promise<Opened>;
  readonly #initial = new Map<string, Promise<void>>();
  #link: PreloadLink | undefined;
  #onOpen: OpenHandler | undefined;
  #isDestroyed = false;

  constructor(preferences: Electron.WebPreferences) {
    super();
    const { preload } = preferences;
    this.#opened = this.#open(preload === undefined ? undefined : readFileSync(preload, 'utf8'));
    this.#opened.catch(() => undefined);
    app.emit('web-contents-created', {}, this);
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.#frames.mainFrame;
  }

  async #open(preload: string | undefined): Promise<Opened> {
    const { context } = await linkToChromium();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const link = new PreloadLink(session);
    const gate = new RequestGate({
      session,
      frames: this.#frames,
      announce: (name, url, frameId) => this.#announce(name, url, frameId),
    });
    const { targetInfo } = await session.send('Target.getTargetInfo');
    record({ kind: 'page', id: this.id, targetId: targetInfo.targetId });
    await session.send('Page.enable');
    await this.#frames.follow(session);
    await link.install(preload, {
      onBegin: ({ frameId, origin }) => {
        this.#frames.begin(frameId, origin);
      },
      onMessage: (world, message) => {
        void this.#hear(world, message);
      },
    });
    await gate.open();
    await followDownloads(pretend<Electron.WebContents>(this), this.#frames);
    await followConsole(this, session);
    session.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    session.on('Page.loadEventFired', () => this.emit('did-finish-load'));
    page.on('popup', (popup) => void popup.close());
    page.on('crash', () => {
      const details = { reason: 'crashed', exitCode: 1 };
      this.emit('render-process-gone', {}, details);
      app.emit('render-process-gone', {}, this, details);
    });
    page.on('close', () => {
      this.#isDestroyed = true;
      this.emit('destroyed');
    });
    this.#link = link;
    return { page, session, link, gate };
  }

  #announce(
    name: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    url: string,
    frameId: string,
  ): boolean {
    const isMainFrame = this.#frames.isMain(frameId);
    const frame = this.#frames.frameOf(frameId);
    const details: Electron.WebContentsWillNavigateEventParams = {
      url,
      isMainFrame,
      frame,
      isSameDocument: false,
    };
    const isRefused = isPrevented(this, name, details, url);
    record({ kind: 'navigation', event: name, url, isMainFrame, isPrevented: isRefused });
    return !isRefused;
  }

  async #hear(world: PreloadWorld, message: PreloadMessage): Promise<void> {
    const event = this.#eventFrom(world);
    switch (message.kind) {
      case 'send':
        ipcMain.emit(message.channel, event, ...message.args);
        return;
      case 'invoke':
        await this.#answer(world, message.id, ipcMain.answer(event, message.channel, message.args));
        return;
      case 'ask': {
        const asking = {
          contents: pretend<Electron.WebContents>(this),
          url: event.senderFrame?.url ?? '',
          isMainFrame: this.#frames.isMain(world.frameId),
        };
        const { permission, mediaTypes } = message;
        const decision = decidePermission(world.origin, asking, permission, mediaTypes);
        await this.#answer(world, message.id, decision);
        return;
      }
      case 'open':
        this.#askToOpen(toElectron(message.url), message.frameName, message.features);
        return;
      case 'failed':
        record({ kind: 'preload-failed', message: message.message });
        this.emit('preload-error', {}, '', new Error(message.message));
    }
  }

  #eventFrom(world: PreloadWorld): Electron.IpcMainInvokeEvent {
    return pretend<Electron.IpcMainInvokeEvent>({
      type: 'frame',
      frameId: 1,
      processId: 1,
      sender: pretend<Electron.WebContents>(this),
      senderFrame: this.#frames.frameOf(world.frameId),
    });
  }

  async #answer(world: PreloadWorld, id: number, outcome: Promise<unknown>): Promise<void> {
    try {
      const value = await outcome;
      this.#link?.tell(world, { kind: 'answer', id, isKept: true, value });
    } catch (caught) {
      const value = caught instanceof Error ? caught : new Error(String(caught));
      this.#link?.tell(world, { kind: 'answer', id, isKept: false, value });
    }
  }

  #askToOpen(url: string, frameName: string, features: string): void {
    const details = pretend<Electron.HandlerDetails>({
      url,
      frameName,
      features,
      disposition: 'foreground-tab',
    });
    const { action } = this.#onOpen?.(details) ?? { action: 'allow' };
    record({ kind: 'window-open', url, action });
  }

  /** Resolves when the page has loaded. @throws Error `ERR_…` if it cannot be. */
  async loadURL(url: string): Promise<void> {
    const { session, gate } = await this.#opened;
    const origin = new URL(toBrowser(url)).origin;
    const contents = pretend<Electron.WebContents>(this);
    let initial = this.#initial.get(origin);
    if (initial === undefined) {
      initial = setInitialPermissions(origin, { contents, url, isMainFrame: true });
      this.#initial.set(origin, initial);
    }
    await initial;
    gate.expectOwnNavigation();
    const isLoaded = new Promise<void>((resolve) => {
      this.once('did-finish-load', resolve);
    });
    const { errorText } = await session.send('Page.navigate', { url: toBrowser(url) });
    if (errorText !== undefined)
      throw new Error(`${errorText.replace('net::', '')} loading '${url}'`);
    await isLoaded;
    record({ kind: 'loaded', id: this.id, url });
  }

  async plant(url: string, answer: Answer): Promise<void> {
    (await this.#opened).gate.plant(url, answer);
  }

  reload(): void {
    void this.#opened.then(async ({ session, gate }) => {
      gate.expectOwnNavigation();
      await session.send('Page.reload');
    });
  }

  /** To the page's preload script; lost, as in Electron, where there is no page yet. */
  send(channel: string, ...args: unknown[]): void {
    const world = this.#link?.worldOf((frameId) => this.#frames.isMain(frameId));
    if (world !== undefined) this.#link?.tell(world, { kind: 'send', channel, args });
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { page } = await this.#opened;
    return page.evaluate(code);
  }

  /** A key as the person before the screen presses it: the program is asked before the page. */
  async press(input: Electron.Input): Promise<void> {
    const isTaken = isPrevented(this, 'before-input-event', {}, input);
    if (!isTaken) await (await this.#opened).page.keyboard.press(input.key);
    record({ kind: 'key', key: input.key, isPrevented: isTaken });
  }

  /** Closes the page; to be called by its window. */
  async close(): Promise<void> {
    const { page } = await this.#opened;
    await page.close();
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#onOpen = handler;
  }

  openDevTools(): void {
    recordCall('WebContents', 'openDevTools', []);
  }

  closeDevTools(): void {
    recordCall('WebContents', 'closeDevTools', []);
  }

  setZoomFactor(factor: number): void {
    recordCall('WebContents', 'setZoomFactor', [factor]);
  }

  setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    recordCall('WebContents', 'setVisualZoomLevelLimits', [minimum, maximum]);
    return Promise.resolve();
  }

  setIgnoreMenuShortcuts(isIgnored: boolean): void {
    recordCall('WebContents', 'setIgnoreMenuShortcuts', [isIgnored]);
  }
}
