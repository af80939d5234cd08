import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DebUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WitnessError } from '../../../main/errors/witness-error.ts';
import { keepUpdated, lookForUpdate } from '../../../main/electron/updates.ts';
import {
  createPublisher,
  createRealUpdater,
  downloadedInstaller,
  installerName,
  listNames,
  publish,
} from './update-release.ts';

const publisher = createPublisher();
const { publicKey } = publisher;
const keyOfAnotherKind = generateKeyPairSync('x25519')
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64');

let home: string;
let feed: string;
let server: Server;
let address: string;
let asked: string[];
let updater: DebUpdater;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'witness-updates-'));
  feed = join(home, 'feed');
  await mkdir(feed);
  updater = await createRealUpdater(join(home, 'station'), '1.0.0');
  asked = [];
  server = createServer((request, response) => {
    const name = (request.url ?? '').replace('/witness/', '');
    asked.push(name);
    readFile(join(feed, name)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/witness`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(home, { recursive: true });
});

const look = (from = address, key = publicKey) =>
  lookForUpdate(updater, { feed: from, publicKey: key });
const isDownloaded = (): boolean => existsSync(downloadedInstaller(join(home, 'station')));
const withCode = (code: string) => expect.objectContaining({ code }) as Error;

describe.each([
  ['a server', () => address],
  ['a file share', () => feed],
])('from %s', (_where, source) => {
  it('downloads a newer version that the publisher signed', async () => {
    await publish(feed, publisher.privateKey, '1.1.0', 'the new station');
    await expect(look(source())).resolves.toBe('1.1.0');
    const file = downloadedInstaller(join(home, 'station'));
    expect(await readFile(file, 'utf8')).toBe('the new station');
  });

  it.each(['1.0.0', '0.9.0'])('stays with 1.0.0 where %s is offered', async (version) => {
    await publish(feed, publisher.privateKey, version);
    await expect(look(source())).resolves.toBeUndefined();
    expect(isDownloaded()).toBe(false);
  });

  it('refuses a list without a signature', async () => {
    await publish(feed, publisher.privateKey, '1.1.0');
    for (const name of listNames) await unlink(join(feed, `${name}.sig`));
    await expect(look(source())).rejects.toThrow(withCode('update.unsigned'));
    expect(isDownloaded()).toBe(false);
  });

  it('refuses a list whose signature is empty', async () => {
    await publish(feed, publisher.privateKey, '1.1.0');
    for (const name of listNames) await writeFile(join(feed, `${name}.sig`), '');
    await expect(look(source())).rejects.toThrow(withCode('update.unsigned'));
  });

  it('refuses a list that somebody else signed', async () => {
    await publish(feed, createPublisher().privateKey, '1.1.0');
    await expect(look(source())).rejects.toThrow(withCode('update.bad-signature'));
    expect(isDownloaded()).toBe(false);
  });

  it('refuses a list that was changed after it was signed', async () => {
    await publish(feed, publisher.privateKey, '1.1.0');
    for (const name of listNames) await appendFile(join(feed, name), 'stagingPercentage: 100\n');
    await expect(look(source())).rejects.toThrow(withCode('update.bad-signature'));
  });

  it.each(['bm90IGEgc2lnbmF0dXJl', '!'])('refuses the signature "%s"', async (signature) => {
    await publish(feed, publisher.privateKey, '1.1.0');
    for (const name of listNames) await writeFile(join(feed, `${name}.sig`), signature);
    await expect(look(source())).rejects.toThrow(withCode('update.bad-signature'));
  });

  it('refuses another file in place of the one that was signed', async () => {
    await publish(feed, publisher.privateKey, '1.1.0', 'the new station');
    await writeFile(join(feed, installerName), 'the bad station');
    await expect(look(source())).rejects.toThrow(withCode('update.damaged'));
    expect(isDownloaded()).toBe(false);
  });

  it('says that there is no list', async () => {
    await expect(look(source())).rejects.toThrow(withCode('update.feed-unreachable'));
  });

  it('says that the installer is missing', async () => {
    await publish(feed, publisher.privateKey, '1.1.0');
    await unlink(join(feed, installerName));
    await expect(look(source())).rejects.toThrow(withCode('update.failed'));
  });
});

describe('looking for an update', () => {
  it('asks for nothing but list and signature before the signature was found good', async () => {
    await publish(feed, createPublisher().privateKey, '1.1.0');
    await expect(look()).rejects.toThrow();
    expect(asked).toHaveLength(2);
    expect(asked[1]).toBe(`${asked[0]!}.sig`);
  });

  it.each([
    ['none', ''],
    ['something else', 'c29tZXRoaW5nIGVsc2U='],
    ['a key of another kind', keyOfAnotherKind],
  ])('asks nobody where the settings have %s for a key', async (_what, key) => {
    await expect(look(address, key)).rejects.toThrow(withCode('update.bad-key'));
    expect(asked).toEqual([]);
  });

  it.each(['ftp://updates/witness', 'updates', 'file:///srv/updates'])(
    'refuses the address %s',
    async (from) => {
      await expect(look(from)).rejects.toThrow(withCode('update.bad-feed'));
    },
  );

  it('says that a folder is not there', async () => {
    await expect(look(join(home, 'elsewhere'))).rejects.toThrow(
      expect.objectContaining({ code: 'update.feed-unreachable', data: { reason: 'ENOENT' } }),
    );
  });

  it('waits with the installation until the station is closed', async () => {
    const install = vi.spyOn(updater, 'install').mockReturnValue(true);
    await publish(feed, publisher.privateKey, '1.1.0');
    await look();
    expect(updater.autoInstallOnAppQuit).toBe(true);
    expect(install).not.toHaveBeenCalled();
  });
});

describe('a release signed as the documentation says', () => {
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args);
  const hasOpenssl = (): boolean => {
    try {
      return openssl('version').toString().startsWith('OpenSSL 3');
    } catch {
      return false;
    }
  };

  it.skipIf(!hasOpenssl())('is taken', async () => {
    const secret = join(home, 'update-key.pem');
    openssl('genpkey', '-algorithm', 'ed25519', '-out', secret);
    const spki = openssl('pkey', '-in', secret, '-pubout', '-outform', 'DER');
    await publish(feed, createPublisher().privateKey, '1.1.0');
    for (const name of listNames) {
      const list = join(feed, name);
      const key = ['-inkey', secret];
      const signature = openssl('pkeyutl', '-sign', '-rawin', ...key, '-in', list);
      await writeFile(`${list}.sig`, signature.toString('base64'));
    }
    await expect(look(address, spki.toString('base64'))).resolves.toBe('1.1.0');
  });
});

describe('keepUpdated', () => {
  const openUpdater = (): Promise<typeof updater> => Promise.resolve(updater);
  const keep = (from: string) => {
    const stop = new AbortController();
    const ready: string[] = [];
    const errors: WitnessError[] = [];
    const ended = keepUpdated({
      ...{
        openUpdater,
        settings: () => ({ feed: from, publicKey }),
        every: 1,
        signal: stop.signal,
      },
      onReady: (version) => {
        ready.push(version);
        stop.abort();
      },
      onError: (error) => {
        errors.push(error);
        // The fault is mended, and the next look finds the release.
        renameSync(join(home, 'feed'), from);
      },
    });
    return { ended, ready, errors };
  };

  it('does nothing where the settings name no feed, and begins once they do', async () => {
    await publish(feed, publisher.privateKey, '1.2.0');
    const stop = new AbortController();
    const looks: number[] = [];
    const ready: string[] = [];
    await keepUpdated({
      openUpdater,
      every: 1,
      signal: stop.signal,
      settings: () => ({ feed: looks.push(asked.length) < 3 ? '' : address, publicKey }),
      onReady: (version) => {
        ready.push(version);
        stop.abort();
      },
      onError: (error) => {
        throw error;
      },
    });
    expect(looks).toEqual([0, 0, 0]);
    expect(ready).toEqual(['1.2.0']);
  });

  it('reports a failure, looks again, and ends when it is told to', async () => {
    await publish(feed, publisher.privateKey, '1.2.0');
    const { ended, ready, errors } = keep(join(home, 'share'));
    await ended;
    expect(errors[0]).toMatchObject({ code: 'update.feed-unreachable' });
    expect(ready).toEqual(['1.2.0']);
  });
});
