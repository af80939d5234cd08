import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { machine } from '../../../main/cloud/cloud-call.ts';
import {
  createCloudauthEngine,
  type CloudauthOptions,
} from '../../../main/cloud/cloudauth-engine.ts';
import { createCloudCredentials } from '../../../main/cloud/credentials.ts';
import { readAuthorities } from '../../../main/cloud/transport.ts';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import {
  doubleKey,
  startCloudDouble,
  type CloudDouble,
} from '../../support/cloud-double/cloud-double.ts';
import { startProxyDouble, type ProxyDouble } from '../../support/cloud-double/proxy-double.ts';
import { makeAuthority } from '../../support/cloud-double/self-signed.ts';
import { caughtFrom } from './caught-from.ts';
import { photographs } from './photographs.ts';

const authority = makeAuthority();
const open: { close: () => Promise<void> }[] = [];

beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'NO_PROXY', 'no_proxy']) {
    vi.stubEnv(name, undefined);
  }
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A service named cloud.example that only the proxy can find. */
const behindProxy = async (
  manner?: Parameters<typeof startProxyDouble>[1],
  host = 'cloud.example',
): Promise<{ readonly service: CloudDouble; readonly proxy: ProxyDouble }> => {
  const service = await startCloudDouble({ tls: authority.issue(host) });
  const proxy = await startProxyDouble(service.port, manner);
  open.push(service, proxy);
  return { service, proxy };
};

const engineWith = (options: CloudauthOptions): CompareEngine =>
  createCloudauthEngine({
    endpoint: 'https://cloud.example',
    ca: authority.certificate,
    credentials: () =>
      createCloudCredentials({ accessKeyId: doubleKey.id, accessKeySecret: doubleKey.secret }),
    ...options,
  }).for({ toCloud: true });

/** No time to try twice. */
const soon = { timeoutMs: 150 };

describe('a proxy', () => {
  test('of the settings leads to the service, whose certificate is checked through it', async () => {
    const { service, proxy } = await behindProxy();
    const engine = engineWith({ proxy: proxy.address });
    expect((await engine.compareFaces(photographs)).similarityScore).toBe(95);
    expect(proxy.tunnels).toEqual([{ to: 'cloud.example:443', authorization: undefined }]);
    expect(service.calls).toHaveLength(1);
  });

  test('of the environment is used with its name and password, which no inspection shows', async () => {
    const { proxy } = await behindProxy();
    vi.stubEnv('HTTPS_PROXY', proxy.address.replace('//', '//house:planted-word@'));
    const engine = engineWith({});
    await engine.compareFaces(photographs);
    const authorization = `Basic ${Buffer.from('house:planted-word').toString('base64')}`;
    expect(proxy.tunnels).toEqual([{ to: 'cloud.example:443', authorization }]);
    expect(inspect(engine, { depth: null, showHidden: true })).not.toContain('planted-word');
  });

  test.each([
    ['the settings say so', { proxy: 'none' }, ''],
    ['NO_PROXY names the service', {}, 'cloud.example'],
  ])('is not used where %s', async (_, options, noProxy) => {
    const { proxy } = await behindProxy();
    vi.stubEnv('HTTPS_PROXY', proxy.address);
    vi.stubEnv('NO_PROXY', noProxy);
    const error = await caughtFrom(() =>
      engineWith({ ...options, ...soon }).compareFaces(photographs),
    );
    expect(['cloud.unreachable', 'cloud.timed-out']).toContain((error as { code: string }).code);
    expect(proxy.tunnels).toEqual([]);
  });

  test('is not used for a service on this machine', async () => {
    const { proxy } = await behindProxy();
    const service = await startCloudDouble();
    open.push(service);
    const engine = engineWith({ endpoint: service.endpoint, proxy: proxy.address });
    await engine.compareFaces(photographs);
    expect(proxy.tunnels).toEqual([]);
  });

  test('that refuses is named as the reason', async () => {
    const { proxy } = await behindProxy(407);
    const source = { ...machine, wait: () => Promise.resolve() };
    const engine = engineWith({ proxy: proxy.address, source });
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({
      code: 'cloud.unreachable',
      data: { host: 'cloud.example', reason: 'proxy: HTTP 407' },
    });
  });

  test('that says nothing is not waited for beyond the budget', async () => {
    const { proxy } = await behindProxy('silence');
    const engine = engineWith({ proxy: proxy.address, ...soon });
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.timed-out', data: { afterMs: 150 } });
  });

  test('cannot put another service in the place of the right one', async () => {
    const { service, proxy } = await behindProxy('tunnel', 'other.example');
    const engine = engineWith({ proxy: proxy.address });
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.untrusted' });
    expect(service.calls).toEqual([]);
  });

  test.each([
    ['no address', 'proxy'],
    ['another protocol', 'ftp://proxy.example'],
    ['a password, which the settings file would show', 'http://me:planted-word@proxy.example'],
  ])('is refused at once with %s', async (_, proxy) => {
    const error = await caughtFrom(() => engineWith({ proxy }));
    expect(error).toMatchObject({ code: 'cloud.proxy-invalid', data: {} });
    expect(inspect(error)).not.toContain('planted-word');
  });

  test('of the environment that is no address is refused without being quoted', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://me:planted-word@:no port');
    const error = await caughtFrom(() => engineWith({}));
    expect(error).toMatchObject({ code: 'cloud.proxy-invalid' });
    expect(inspect(error, { showHidden: true, depth: null })).not.toContain('planted-word');
  });
});

describe('an authority of the house', () => {
  test('vouches for the service where the site trusts it', async () => {
    const service = await startCloudDouble({ tls: authority.issue('127.0.0.1') });
    open.push(service);
    const engine = engineWith({ endpoint: service.endpoint });
    expect((await engine.compareFaces(photographs)).similarityScore).toBe(95);
  });

  test.each([
    ['nobody trusts it', {}],
    ['another is trusted', { ca: makeAuthority().certificate }],
  ])('vouches for nothing where %s', async (_, { ca }: { ca?: string }) => {
    const service = await startCloudDouble({ tls: authority.issue('127.0.0.1') });
    open.push(service);
    const engine = createCloudauthEngine({
      endpoint: service.endpoint,
      credentials: () =>
        createCloudCredentials({ accessKeyId: doubleKey.id, accessKeySecret: doubleKey.secret }),
      ...(ca !== undefined && { ca }),
    }).for({ toCloud: true });
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.untrusted' });
    expect(service.calls).toEqual([]);
  });

  describe('is read from a file', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'witness-ca-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    test('of PEM', async () => {
      const file = join(folder, 'house.pem');
      await writeFile(file, authority.certificate);
      expect(readAuthorities(file)).toBe(authority.certificate);
    });

    test('and nothing else', async () => {
      const file = join(folder, 'house.pem');
      await writeFile(file, 'no certificate');
      const errors = [
        await caughtFrom(() => readAuthorities(file)),
        await caughtFrom(() => readAuthorities(join(folder, 'missing.pem'))),
      ];
      expect(errors).toMatchObject([
        { code: 'cloud.ca-unreadable', data: { reason: 'no PEM certificate' } },
        { code: 'cloud.ca-unreadable', data: { reason: 'ENOENT' } },
      ]);
    });
  });
});
