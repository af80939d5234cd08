import { setTimeout as delay } from 'node:timers/promises';
import type { AppUpdater } from 'electron-updater';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { createSignedFeed } from './signed-feed.ts';
import { UpdateError, type UpdateErrorCode } from './update-error.ts';
import { openUpdateFolder } from './update-folder.ts';
import { readUpdateKey } from './update-signature.ts';

/** Where a site's updates come from, and who may have made them. */
export interface UpdateSettings {
  /** See {@link openUpdateFolder}. Empty: there are no updates. */
  readonly feed: string;
  /** See {@link readUpdateKey}. Without it nothing is taken from the feed. */
  readonly publicKey: string;
}

/** What is used of electron-updater. */
export type Updater = Pick<
  AppUpdater,
  | 'allowDowngrade'
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'checkForUpdates'
  | 'disableDifferentialDownload'
  | 'disableWebInstaller'
  | 'downloadUpdate'
  | 'logger'
  | 'setFeedURL'
>;

/**
 * Looks once for a newer version and downloads it. It is installed when the station is closed, never
 * under a guest.
 *
 * Checked before anything is downloaded: the signature of the list. Checked after: the file's SHA-512
 * from that list; besides, Windows compares the publisher of the installer's certificate with that of
 * the installed program (where that has one), and macOS the code signature.
 *
 * @returns the version that waits to be installed; nothing where there is none newer.
 * @throws UpdateError
 */
export const lookForUpdate = async (
  updater: Updater,
  { feed, publicKey }: UpdateSettings,
): Promise<string | undefined> => {
  const key = readUpdateKey(publicKey);
  const folder = await openUpdateFolder(feed);
  try {
    // Everything it would print comes back from here as a value or an error.
    updater.logger = null;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = true;
    // An old list is signed too, and may bring back a fault that was mended.
    updater.allowDowngrade = false;
    updater.disableWebInstaller = true;
    updater.disableDifferentialDownload = !folder.hasRanges;
    const updateProvider = createSignedFeed(folder.address, key);
    updater.setFeedURL({ provider: 'custom', updateProvider });
    const found = await updater.checkForUpdates();
    if (!found?.isUpdateAvailable) return undefined;
    await updater.downloadUpdate();
    return found.updateInfo.version;
  } catch (caught) {
    throw toUpdateError(caught);
  } finally {
    folder.close();
  }
};

/** Electron-updater's own codes for what a person should tell apart. */
const codes: Readonly<Record<string, UpdateErrorCode>> = {
  ERR_CHECKSUM_MISMATCH: 'update.damaged',
  ERR_UPDATER_INVALID_SIGNATURE: 'update.foreign-publisher',
};

const toUpdateError = (cause: unknown): UpdateError => {
  if (cause instanceof UpdateError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
  return new UpdateError(codes[code] ?? 'update.failed', { reason }, { cause });
};

export interface KeepUpdatedOptions {
  /** Asked for once there is a feed: a station without one never loads what updates it. */
  readonly openUpdater: () => Promise<Updater>;
  /** Asked before each look, as they may be changed meanwhile. */
  readonly settings: () => UpdateSettings;
  /** Milliseconds between one look and the next. Default six hours. */
  readonly every?: number;
  /** Ends the looking. */
  readonly signal: AbortSignal;
  /** Called with each version that waits to be installed. */
  readonly onReady: (version: string) => void;
  readonly onError: (error: WitnessError) => void;
}

/** Looks for updates until it is told to stop. Where the settings name no feed there is nothing to look at. */
export const keepUpdated = async (options: KeepUpdatedOptions): Promise<void> => {
  const { openUpdater, settings, every = 6 * 3_600_000, signal, onReady, onError } = options;
  while (!signal.aborted) {
    try {
      const now = settings();
      const version = now.feed === '' ? undefined : await lookForUpdate(await openUpdater(), now);
      if (version !== undefined) onReady(version);
    } catch (caught) {
      onError(toWitnessError(caught));
    }
    // Being told to stop ends the wait early, and is no error.
    await delay(every, undefined, { signal, ref: false }).catch(() => undefined);
  }
};
