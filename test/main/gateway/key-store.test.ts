import { chmod, copyFile, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeyStore } from '../../../main/gateway/key-store.ts';
import { makeKey, type MadeKey, type NewKey } from '../../../main/gateway/make-key.ts';

let folder: string;
let store: KeyStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-keys-'));
  store = new KeyStore(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const make = (key: Partial<NewKey> = {}): Promise<MadeKey> =>
  makeKey(store, { api: 'cloudauth', from: [], note: '', ...key }, new Date());

describe('a new key', () => {
  test('has the shape of the vendor’s, and is found by another program', async () => {
    const { key, secret } = await make();
    expect([key.id, secret]).toEqual([
      expect.stringMatching(/^LTAI[A-Za-z0-9]{20}$/),
      expect.stringMatching(/^[A-Za-z0-9]{30}$/),
    ]);
    const found = await new KeyStore(folder).find('cloudauth', key.id);
    expect(found?.secret()).toBe(secret);
    const other = await make({ api: 'tencent' });
    expect(other.key.id).toMatch(/^AKID[A-Za-z0-9]{32}$/);
    expect(other.key.appId).toMatch(/^1\d{9}$/);
    expect(await store.knowsAppId(other.key.appId ?? '')).toBe(true);
    expect(await store.knowsAppId('1999999999')).toBe(false);
  });

  test('is not found by the other API, nor by an id that only looks like its own', async () => {
    const { key } = await make();
    expect(await store.find('tencent', key.id)).toBeUndefined();
    for (const id of [key.id.toLowerCase(), `../keys/${key.id}`, `${key.id}.`, '', '.']) {
      expect(await store.find('cloudauth', id)).toBeUndefined();
    }
  });

  test.runIf(process.platform !== 'win32')('lies where only this user can read it', async () => {
    await make();
    const [file = ''] = await readdir(join(folder, 'keys'));
    for (const path of [join(folder, 'secret.key'), join(folder, 'keys', file)]) {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
  });

  test('has its secret in no file, no listing and no inspection', async () => {
    const { key, secret } = await make({ note: 'front desk' });
    const text = await readFile(join(folder, 'keys', `${key.id}.json`), 'utf8');
    const found = await store.find('cloudauth', key.id);
    for (const shown of [text, JSON.stringify(await store.list()), inspect(found, { depth: 9 })]) {
      expect(shown).toContain(key.id);
      expect(shown).not.toContain(secret);
    }
  });

  test.each([
    ['a short id', { existing: { id: 'short', secret: 'a'.repeat(16) } }],
    ['a path for an id', { existing: { id: '../../etc/passwd', secret: 'a'.repeat(16) } }],
    ['a short secret', { existing: { id: 'LTAI-existing-01', secret: 'short' } }],
    ['an AppID of the other API', { appId: '1250000000' }],
    ['an AppID that is none', { api: 'tencent', appId: 'app' }],
    ['a network that is none', { from: ['192.168.1.0'] }],
  ] as const)('is refused with %s', async (_, key) => {
    await expect(make(key)).rejects.toMatchObject({ code: 'gateway.key-invalid' });
    expect(await store.list()).toEqual([]);
  });

  test('never takes the place of another', async () => {
    const existing = { id: 'LTAI-existing-01', secret: 'the first secret' };
    await make({ existing });
    const again = make({ existing: { ...existing, secret: 'the second secret' } });
    await expect(again).rejects.toMatchObject({ code: 'gateway.key-exists' });
    expect((await store.find('cloudauth', existing.id))?.secret()).toBe('the first secret');
  });

  test('made by many programs at once is in everybody’s list', async () => {
    const stores = Array.from({ length: 8 }, () => new KeyStore(folder));
    const keys = await Promise.all(
      stores.map((one) => makeKey(one, { api: 'cloudauth', from: [], note: '' }, new Date())),
    );
    for (const { key, secret } of keys) {
      expect((await store.find('cloudauth', key.id))?.secret()).toBe(secret);
    }
  });
});

describe('a key that is disabled', () => {
  test('stays in the list, and is disabled for every program at once', async () => {
    const running = new KeyStore(folder);
    const { key } = await make();
    expect((await running.find('cloudauth', key.id))?.isEnabled).toBe(true);
    await store.disable(key.id);
    expect((await running.find('cloudauth', key.id))?.isEnabled).toBe(false);
    expect((await store.list()).map(({ id, isEnabled }) => [id, isEnabled])).toEqual([
      [key.id, false],
    ]);
  });

  test('must be there', async () => {
    await expect(store.disable('LTAI-nobody-0001')).rejects.toMatchObject({
      code: 'gateway.key-unknown',
    });
  });
});

describe('keys cannot be used', () => {
  test.runIf(process.platform !== 'win32')('that others can open', async () => {
    const { key } = await make();
    await chmod(join(folder, 'secret.key'), 0o640);
    await expect(new KeyStore(folder).find('cloudauth', key.id)).rejects.toMatchObject({
      code: 'gateway.keys-open-to-others',
    });
  });

  test('without the key they are sealed with, or with another', async () => {
    const { key } = await make();
    await rm(join(folder, 'secret.key'));
    await expect(new KeyStore(folder).find('cloudauth', key.id)).rejects.toMatchObject({
      code: 'gateway.keys-unreadable',
    });
    await writeFile(join(folder, 'secret.key'), Buffer.alloc(32), { mode: 0o600 });
    await expect(new KeyStore(folder).find('cloudauth', key.id)).rejects.toMatchObject({
      code: 'gateway.keys-unreadable',
    });
    await writeFile(join(folder, 'secret.key'), Buffer.alloc(31), { mode: 0o600 });
    await expect(new KeyStore(folder).find('cloudauth', key.id)).rejects.toMatchObject({
      code: 'gateway.keys-unreadable',
      data: { reason: 'secret.key has 31 bytes' },
    });
  });

  test('whose file was changed, or is another key’s', async () => {
    const [first, second] = [await make(), await make()];
    const fileOf = (id: string): string => join(folder, 'keys', `${id}.json`);
    const text = await readFile(fileOf(first.key.id), 'utf8');
    // Another key's secret, under this key's name.
    await copyFile(fileOf(second.key.id), fileOf(first.key.id));
    expect(await store.find('cloudauth', first.key.id)).toBeUndefined();
    const moved = (await readFile(fileOf(second.key.id), 'utf8')).replaceAll(
      second.key.id,
      first.key.id,
    );
    for (const changed of [
      moved,
      text.slice(0, 50),
      '{}',
      text.replace('"cloudauth"', '"other"'),
    ]) {
      await writeFile(fileOf(first.key.id), changed);
      await expect(store.find('cloudauth', first.key.id)).rejects.toMatchObject({
        code: 'gateway.keys-unreadable',
      });
    }
  });

  test('in a folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const nowhere = new KeyStore(join(folder, 'file'));
    await expect(
      makeKey(nowhere, { api: 'cloudauth', from: [], note: '' }, new Date()),
    ).rejects.toMatchObject({ code: 'gateway.keys-not-written' });
  });
});
