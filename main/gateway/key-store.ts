import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { GatewayError, reasonOf } from './gateway-error.ts';
import {
  keyIdSchema,
  keyRecordSchema,
  sealedAbout,
  type GatewayApi,
  type KeyRecord,
} from './key-record.ts';
import { makeSealingKey, openSecret, readSealingKey, sealSecret } from './sealed-secret.ts';

/** A key that a request may be signed with. */
export interface GatewayKey extends Pick<KeyRecord, 'api' | 'id' | 'appId' | 'from' | 'isEnabled'> {
  /** A function, so that no log and no inspection of the key shows the secret. */
  readonly secret: () => string;
}

/** What can be told about a key. */
export type ListedKey = Omit<KeyRecord, 'version' | 'secret'>;

/**
 * The keys of the gateway: a file each, so that two programs that change different keys do not get in
 * each other's way, and a key that is disabled is so at once. Their secrets are sealed with
 * `secret.key` beside them, which only the user the gateway runs as can read. Who has both files has the
 * secrets; the seal is for backups, and for copies of the one without the other.
 */
export class KeyStore {
  readonly #folder: string;
  readonly #sealingKeyFile: string;
  #sealingKey: Buffer | undefined;

  /** @param folder - the gateway's; it need not be there yet. */
  constructor(folder: string) {
    this.#folder = join(folder, 'keys');
    this.#sealingKeyFile = join(folder, 'secret.key');
  }

  /**
   * Finds a key, disabled ones among them.
   *
   * @throws GatewayError `gateway.keys-unreadable`, `gateway.keys-open-to-others`
   */
  async find(api: GatewayApi, id: string): Promise<GatewayKey | undefined> {
    const record = await this.#read(id);
    if (record?.api !== api) return undefined;
    const secret = openSecret(record.secret, await this.#seal(), sealedAbout(record));
    const { appId, from, isEnabled } = record;
    return {
      api,
      id,
      ...(appId !== undefined && { appId }),
      from,
      isEnabled,
      secret: () => secret,
    };
  }

  /** Whether any key belongs to this AppID. @throws GatewayError as {@link KeyStore.find}. */
  async knowsAppId(appId: string): Promise<boolean> {
    return (await this.list()).some((key) => key.appId === appId);
  }

  /** Every key, oldest first. @throws GatewayError as {@link KeyStore.find}. */
  async list(): Promise<readonly ListedKey[]> {
    const names = await this.#names();
    const records = await Promise.all(names.map((name) => this.#read(name)));
    return records
      .filter((record) => record !== undefined)
      .map(({ version: _, secret: __, ...listed }) => listed)
      .toSorted((a, b) => (a.created < b.created ? -1 : 1));
  }

  /**
   * Adds a key.
   *
   * @throws GatewayError `gateway.key-exists`, `gateway.keys-not-written` and as {@link KeyStore.find}.
   */
  async add(key: Omit<ListedKey, 'isEnabled'>, secret: string): Promise<void> {
    await makeSealingKey(this.#sealingKeyFile);
    const sealed = sealSecret(secret, await this.#seal(), sealedAbout(key));
    const record: KeyRecord = { version: 1, ...key, isEnabled: true, secret: sealed };
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(this.#fileOf(key.id), textOf(record), { mode: 0o600, flag: 'wx' });
    } catch (cause) {
      const reason = reasonOf(cause);
      if (reason === 'EEXIST') throw new GatewayError('gateway.key-exists', { id: key.id });
      throw new GatewayError('gateway.keys-not-written', { reason }, { cause });
    }
  }

  /**
   * Disables a key for good: requests signed with it are refused from now on.
   *
   * @throws GatewayError `gateway.key-unknown`, `gateway.keys-not-written` and as {@link KeyStore.find}.
   */
  async disable(id: string): Promise<void> {
    const record = await this.#read(id);
    if (record === undefined) throw new GatewayError('gateway.key-unknown', { id });
    try {
      const disabled = textOf({ ...record, isEnabled: false });
      await writeFileAtomic(this.#fileOf(id), disabled, { mode: 0o600 });
    } catch (cause) {
      throw new GatewayError('gateway.keys-not-written', { reason: reasonOf(cause) }, { cause });
    }
  }

  async #read(id: string): Promise<KeyRecord | undefined> {
    if (!keyIdSchema.safeParse(id).success) return undefined;
    let text: string;
    try {
      text = await readFile(this.#fileOf(id), 'utf8');
    } catch (cause) {
      const reason = reasonOf(cause);
      if (reason === 'ENOENT') return undefined;
      throw new GatewayError('gateway.keys-unreadable', { reason }, { cause });
    }
    const record = parseRecord(text);
    // A file system that does not tell capitals from small letters finds the file of another id.
    return record.id === id ? record : undefined;
  }

  async #names(): Promise<readonly string[]> {
    try {
      const files = await readdir(this.#folder);
      return files
        .filter((file) => file.endsWith(extension))
        .map((file) => file.slice(0, -extension.length));
    } catch (cause) {
      const reason = reasonOf(cause);
      if (reason === 'ENOENT') return [];
      throw new GatewayError('gateway.keys-unreadable', { reason }, { cause });
    }
  }

  #fileOf(id: string): string {
    return join(this.#folder, `${id}${extension}`);
  }

  async #seal(): Promise<Buffer> {
    this.#sealingKey ??= await readSealingKey(this.#sealingKeyFile);
    return this.#sealingKey;
  }
}

const extension = '.json';

const textOf = (record: KeyRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** The text itself stays out of the error: it holds a sealed secret. */
const parseRecord = (text: string): KeyRecord => {
  try {
    return keyRecordSchema.parse(JSON.parse(text));
  } catch {
    throw new GatewayError('gateway.keys-unreadable', { reason: 'a key file is damaged' });
  }
};
