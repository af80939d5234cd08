import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeyStore } from '../../../main/gateway/key-store.ts';
import { gatewayFolder } from '../../../main/gateway/open-gateway.ts';
import { errorOf, runWitness, type Run } from './run-witness.ts';

let folder: string;
let settings: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-cli-gateway-'));
  settings = join(folder, 'settings.json');
  await writeFile(settings, '{"gateway": {"port": 0, "metricsPort": 0}}');
});

afterEach(() => rm(folder, { recursive: true }));

const keys = (...args: readonly string[]): Promise<Run> =>
  runWitness('gateway', 'keys', ...args, '--settings', settings);

const documentOf = (run: Run): Record<string, string> =>
  JSON.parse(run.out) as Record<string, string>;

describe('witness gateway keys', () => {
  test('there are none at first', async () => {
    const run = await keys('list', '--json');
    expect([run.exitCode, JSON.parse(run.out)]).toEqual([0, { keys: [] }]);
  });

  test('add makes a pair for CompareFaces, which the gateway then knows', async () => {
    const run = await keys('add', 'cloudauth', '--note', 'front desk', '--json');
    expect(run.exitCode).toBe(0);
    const { api, AccessKeyId = '', AccessKeySecret } = documentOf(run);
    expect(api).toBe('cloudauth');
    const key = await new KeyStore(gatewayFolder(folder)).find('cloudauth', AccessKeyId);
    expect(key?.secret()).toBe(AccessKeySecret);
  });

  test('add makes a triple for face/compare, to an AppID there is already if asked to', async () => {
    const first = documentOf(await keys('add', 'tencent', '--json'));
    expect(Object.keys(first)).toEqual(['api', 'AppID', 'SecretId', 'SecretKey']);
    const appId = first['AppID'] ?? '';
    const second = documentOf(await keys('add', 'tencent', '--app-id', appId, '--json'));
    expect(second['AppID']).toBe(appId);
    expect(second['SecretId']).not.toBe(first['SecretId']);
  });

  test('add says the secret once, and that it does', async () => {
    const run = await keys('add', 'cloudauth');
    const [, secret = ''] = /AccessKeySecret +(\w+)/.exec(run.out) ?? [];
    expect(secret).toHaveLength(30);
    expect(run.out).toContain('The secret is not shown again.');
    for (const listed of [await keys('list'), await keys('list', '--json'), await keys()]) {
      expect(listed.exitCode).toBe(0);
      expect(listed.out).toContain('LTAI');
      expect(listed.out).not.toContain(secret);
    }
  });

  test('add takes in a pair that a program already uses, from a file', async () => {
    const secretFile = join(folder, 'secret.txt');
    await writeFile(secretFile, 'the secret of the hotel system\n');
    const given = ['--id', 'LTAI-hotel-system-01', '--secret-file', secretFile];
    const run = await keys('add', 'cloudauth', ...given, '--from', '10.1.0.0/16', '--json');
    expect(documentOf(run)).toEqual({ api: 'cloudauth', AccessKeyId: 'LTAI-hotel-system-01' });
    const key = await new KeyStore(gatewayFolder(folder)).find('cloudauth', 'LTAI-hotel-system-01');
    expect([key?.secret(), key?.from]).toEqual(['the secret of the hotel system', ['10.1.0.0/16']]);
  });

  test('add with half of a pair, or from no file, is not right', async () => {
    const half = await keys('add', 'cloudauth', '--id', 'LTAI-hotel-system-01', '--json');
    expect([half.exitCode, errorOf(half).code]).toEqual([2, 'cli.usage']);
    const none = ['--id', 'LTAI-hotel-system-01', '--secret-file', join(folder, 'none')];
    const run = await keys('add', 'cloudauth', ...none, '--json');
    expect([run.exitCode, errorOf(run).code]).toEqual([2, 'cli.file-unreadable']);
    const other = await keys('add', 'baidu', '--json');
    expect([other.exitCode, errorOf(other).code]).toEqual([2, 'cli.usage']);
  });

  test('disable disables, and wants a key that is there', async () => {
    const { AccessKeyId = '' } = documentOf(await keys('add', 'cloudauth', '--json'));
    expect((await keys('disable', AccessKeyId)).exitCode).toBe(0);
    expect((await keys('list')).out).toMatch(new RegExp(`${AccessKeyId} .*disabled`));
    const run = await keys('disable', 'LTAI-nobody-0001', '--json');
    expect([run.exitCode, errorOf(run).code]).toEqual([2, 'gateway.key-unknown']);
  });

  test('no secret is in any file of the folder', async () => {
    const { AccessKeyId = '', AccessKeySecret = '?' } = documentOf(
      await keys('add', 'cloudauth', '--json'),
    );
    const file = join(gatewayFolder(folder), 'keys', `${AccessKeyId}.json`);
    expect(await readFile(file, 'utf8')).not.toContain(AccessKeySecret);
  });
});

describe('witness gateway', () => {
  test('is not served to other machines without TLS', async () => {
    await writeFile(settings, '{"gateway": {"host": "0.0.0.0"}}');
    const run = await runWitness('gateway', '--settings', settings, '--json');
    expect([run.exitCode, errorOf(run).code]).toEqual([2, 'gateway.tls-required']);
  });

  test('wants a port that can be one', async () => {
    const run = await runWitness('gateway', '--port', 'eighty', '--json');
    expect([run.exitCode, errorOf(run).code]).toEqual([2, 'cli.usage']);
    const high = await runWitness('gateway', '--port', '70000', '--json');
    expect([high.exitCode, errorOf(high).code]).toEqual([2, 'cli.usage']);
  });
});
