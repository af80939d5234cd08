import { EventEmitter } from 'node:events';
import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { toElectron } from './app-address.ts';
import { linkToChromium } from './chromium-link.ts';
import { record, settings } from './control.ts';
import type { FrameTree } from './frame-tree.ts';
import { pretend } from './pretend.ts';
import { isPrevented } from './preventable.ts';
import { defaultSession } from './session.ts';

type ItemMembers = 'getURL' | 'getMimeType' | 'getFilename' | 'setSavePath' | 'getSavePath';

/** By the name alone: the browser does not say. */
const mimeTypes: Readonly<Record<string, string | undefined>> = {
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.txt': 'text/plain',
};

class StandInDownload extends EventEmitter implements Pick<Electron.DownloadItem, ItemMembers> {
  readonly #url: string;
  readonly #fileName: string;
  #savePath = '';

  constructor(url: string, fileName: string) {
    super();
    this.#url = url;
    this.#fileName = basename(fileName);
  }

  getURL(): string {
    return this.#url;
  }

  getMimeType(): string {
    return mimeTypes[extname(this.#fileName)] ?? 'application/octet-stream';
  }

  getFilename(): string {
    return this.#fileName;
  }

  setSavePath(path: string): void {
    this.#savePath = path;
  }

  getSavePath(): string {
    return this.#savePath;
  }
}

interface BegunDownload {
  readonly frameId: string;
  readonly guid: string;
  readonly url: string;
  readonly suggestedFilename: string;
}

/** Where the browser puts what it downloads, under names of its own. */
const waitingRoom = join(settings.userData, 'downloads-under-way');

/** Puts every download of a page to the program before it is saved anywhere. */
export const followDownloads = async (
  contents: Electron.WebContents,
  frames: FrameTree,
): Promise<void> => {
  const { browser } = await linkToChromium();
  await mkdir(waitingRoom, { recursive: true });
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: waitingRoom,
    eventsEnabled: true,
  });
  const wanted = new Map<string, { readonly url: string; readonly path: string }>();
  const begin = async ({ guid, url, suggestedFilename }: BegunDownload): Promise<void> => {
    const item = new StandInDownload(toElectron(url), suggestedFilename);
    const isRefused = isPrevented(
      defaultSession,
      'will-download',
      {},
      pretend<Electron.DownloadItem>(item),
      contents,
    );
    // Where the program names no place, the person before the screen is asked for one.
    const asked = item.getSavePath() === '';
    const path = asked ? settings.chosenFile : item.getSavePath();
    if (!isRefused && path !== undefined) wanted.set(guid, { url: item.getURL(), path });
    else await browser.send('Browser.cancelDownload', { guid });
    record({ kind: 'download', url: item.getURL(), isPrevented: isRefused, isAsked: asked });
  };
  const end = async (guid: string): Promise<void> => {
    const download = wanted.get(guid);
    if (download === undefined) return;
    wanted.delete(guid);
    await mkdir(dirname(download.path), { recursive: true });
    await rename(join(waitingRoom, guid), download.path);
    record({ kind: 'saved', ...download });
  };
  browser.on('Browser.downloadWillBegin', (begun) => {
    if (frames.frameOf(begun.frameId) !== null) void begin(begun);
  });
  browser.on('Browser.downloadProgress', ({ guid, state }) => {
    if (state === 'completed') void end(guid);
  });
};
