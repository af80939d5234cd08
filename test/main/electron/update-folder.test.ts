import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openUpdateFolder, type UpdateFolder } from '../../../main/electron/update-folder.ts';

/** The status of a request whose path is sent as it is: `fetch` would tidy it up first. */
const statusOf = (address: URL, path: string, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = address;
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });

describe('a file share', () => {
  let home: string;
  let share: UpdateFolder;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'witness-share-'));
    await mkdir(join(home, 'feed', 'inner'), { recursive: true });
    await writeFile(join(home, 'secret.txt'), 'secret');
    await writeFile(join(home, 'feed', 'inner', 'secret.txt'), 'secret');
    await writeFile(join(home, 'feed', 'latest.yml'), 'version: 1.1.0');
    share = await openUpdateFolder(join(home, 'feed'));
  });
  afterEach(async () => {
    share.close();
    await rm(home, { recursive: true });
  });

  it('gives its files to whoever was told the address', async () => {
    const reply = await fetch(new URL('latest.yml', share.address));
    expect(await reply.text()).toBe('version: 1.1.0');
  });

  it.each([
    ['above it', '../secret.txt'],
    ['above it, in disguise', '..%2fsecret.txt'],
    ['above it, the Windows way', '..\\secret.txt'],
    ['below it', 'inner/secret.txt'],
    ['that are no files', 'inner'],
    ['without a name', ''],
  ])('gives no files %s', async (_where, name) => {
    expect(await statusOf(share.address, share.address.pathname + name)).toBe(404);
  });

  it.each(['/latest.yml', '//latest.yml', `/${'0'.repeat(32)}/latest.yml`])(
    'is not found by guessing %s',
    async (path) => {
      expect(await statusOf(share.address, path)).toBe(404);
    },
  );

  it('is read, never written', async () => {
    const { address } = share;
    expect(await statusOf(address, `${address.pathname}latest.yml`, 'PUT')).toBe(404);
  });

  it('is on this machine only, under another address each time', async () => {
    expect(share.address.hostname).toBe('127.0.0.1');
    const again = await openUpdateFolder(join(home, 'feed'));
    again.close();
    expect(again.address.pathname).not.toBe(share.address.pathname);
  });

  it('is gone once it is closed', async () => {
    share.close();
    await expect(fetch(new URL('latest.yml', share.address))).rejects.toThrow();
  });
});

describe('a server', () => {
  it.each([
    ['https://updates.example/witness', 'https://updates.example/witness/'],
    ['http://updates.example/witness/', 'http://updates.example/witness/'],
    ['https://updates.example', 'https://updates.example/'],
  ])('%s is asked as it is', async (feed, address) => {
    const folder = await openUpdateFolder(feed);
    expect(folder).toMatchObject({ address: new URL(address), hasRanges: true });
  });
});
