import type { KeyObject } from 'node:crypto';
import type { ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import {
  parseUpdateInfo,
  Provider,
  resolveFiles,
  type ProviderRuntimeOptions,
} from 'electron-updater/out/providers/Provider.js';
import { UpdateError } from './update-error.ts';
import { isSignedBy } from './update-signature.ts';

/** How electron-updater wants its source of updates: it makes one whenever the feed is set. */
export type FeedClass = new (
  options: unknown,
  updater: unknown,
  runtime: ProviderRuntimeOptions,
) => Provider<UpdateInfo>;

/**
 * A folder of updates whose list is signed. The list (`latest.yml`, `latest-mac.yml`,
 * `latest-linux.yml`) has the SHA-512 of every file, which electron-updater compares after a download;
 * so whoever signs the list vouches for the files, on every system and however they are transported.
 * The bytes that were checked are the ones that are read: nothing is fetched twice.
 *
 * @param folder - address of the folder, ending in `/`.
 */
export const createSignedFeed = (folder: URL, key: KeyObject): FeedClass =>
  class SignedFeed extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }

    /** @throws UpdateError `update.feed-unreachable`, `update.unsigned`, `update.bad-signature` */
    override async getLatestVersion(): Promise<UpdateInfo> {
      const file = `${this.getDefaultChannelName()}.yml`;
      const address = new URL(file, folder);
      const list = await this.#fetch(address);
      if (list === undefined) {
        throw new UpdateError('update.feed-unreachable', { reason: `there is no ${file}` });
      }
      const signature = await this.#fetch(new URL(`${file}.sig`, folder));
      if (signature === undefined) throw new UpdateError('update.unsigned', { file });
      if (!isSignedBy(key, list, signature))
        throw new UpdateError('update.bad-signature', { file });
      return parseUpdateInfo(list, file, address);
    }

    override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
      return resolveFiles(info, folder);
    }

    /** The text of a file, or nothing where the server says that there is no such file. */
    async #fetch(address: URL): Promise<string | undefined> {
      try {
        // A proxy's old copy would hide an update, or pair a list with another list's signature.
        return (await this.httpRequest(address, { 'cache-control': 'no-cache' })) ?? undefined;
      } catch (cause) {
        if (statusOf(cause) === 404) return undefined;
        throw new UpdateError('update.feed-unreachable', { reason: reasonOf(cause) }, { cause });
      }
    }
  };

const statusOf = (cause: unknown): unknown =>
  cause instanceof Error && 'statusCode' in cause ? cause.statusCode : undefined;

/** The first line: electron-updater adds all headers of a refused request below it. */
const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n', 1).join('').trim();
